using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Atelier.Cli.Tests.Models;

/// <summary>Runs whose steps ask models, as people start them.</summary>
public sealed class ModelRunTests
{
    /// <summary>Three models for each photo; <c>LIMITS</c> is replaced.</summary>
    private const string Look = """
        name: look
        LIMITS
        steps:
          - id: find
            uses: files.list
            with: { path: ./photos, match: "*.jpg" }
          - id: look
            for_each: ${find}
            as: photo
            steps:
              - id: things
                uses: vision.detect
                with: { image: "${photo}", model: rt-detr }
              - id: score
                uses: vision.quality
                with: { image: "${photo}", technical_model: nima }
              - id: tags
                uses: vision.classify
                with: { image: "${photo}", model: clip, labels: [meadow, snow] }
        """;

    [Fact]
    public async Task Run_WithDemoModels_SaysWhoAnswered()
    {
        using var sandbox = Photos(1);

        var run = await sandbox.RunAsync("run", Written(sandbox, "description: ''"), "--json");
        var outcomes = await sandbox.RunAsync("runs", "outcomes", "r1", "--limit", "0", "--json");

        Assert.True(run.Exit == 0, run.Error);
        var makers = outcomes.JsonLines.Where(static line => line.GetProperty("made_by").ValueKind == JsonValueKind.String).ToLookup(static line => line.GetProperty("step").GetString(), static line => line.GetProperty("made_by").GetString());
        Assert.Matches(@"^vision\.detect@1 \(demo:rt-detr@[0-9a-f]{12}\)$", makers["look/things"].First());
        Assert.Matches(@"^vision\.classify@1 \(demo:clip@[0-9a-f]{12}\)$", makers["look/tags"].First());
    }

    [Fact]
    public async Task Run_UnderABudgetOfOneModel_KeepsToItAndLoadsEachOnce()
    {
        using var sandbox = Photos(2);
        var models = string.Join(", ", new[] { "clip", "rt-detr", "nima" }.Select(static name => $"{name}: {{ source: '{Demo(name)}', memory: 300MB }}"));
        var file = Written(sandbox, $"models: {{ {models} }}\nmodel_limits: {{ memory_limit: 330MB }}");

        var plan = await sandbox.RunAsync("plan", file, "--json");
        var run = sandbox.Start("run", file, "--json");
        var most = 0L;
        await sandbox.UntilAsync(async () =>
        {
            var list = (await sandbox.RunAsync("models", "list", "--json")).Json;
            if (list.TryGetProperty("devices", out var devices))
            {
                most = devices.EnumerateArray().Select(static device => device.GetProperty("held").GetInt64()).Append(most).Max();
            }

            return run.HasExited;
        });

        var ended = await run.EndAsync();
        Assert.True(ended.Exit == 0, ended.Error);
        Assert.InRange(most, 1, 330_000_000);
        Assert.Equal(3, plan.Json.GetProperty("maps")[0].GetProperty("loads").GetInt32());
    }

    [Fact]
    public async Task Run_ModelLargerThanTheBudget_IsRefusedBeforeItStarts()
    {
        using var sandbox = Photos(1);

        var file = Written(sandbox, "model_limits: { memory_limit: 20MB }");
        var run = await sandbox.RunAsync("run", file);
        var valid = await sandbox.RunAsync("validate", file);

        Assert.Equal((2, 2), (run.Exit, valid.Exit));
        Assert.Contains("look.yaml:11:9: error ATL5704: model `rt-detr` needs", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(sandbox.PathOf("home")));
    }

    [Fact]
    public async Task Run_ModelThatIsNotThere_IsRefusedAndWarnedOfByValidate()
    {
        using var sandbox = Photos(1);

        var file = sandbox.Write("look.yaml", Look.Replace("LIMITS", "description: ''", StringComparison.Ordinal).Replace("rt-detr", "rt-dert", StringComparison.Ordinal));
        var run = await sandbox.RunAsync("run", file);
        var valid = await sandbox.RunAsync("validate", file);

        Assert.Equal((2, 0), (run.Exit, valid.Exit));
        Assert.Contains("error ATL5701: there is no model `rt-dert` here. Did you mean `rt-detr`?", run.Error, StringComparison.Ordinal);
        Assert.Contains("warning ATL5701", valid.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ModelHostsKilledAgainAndAgain_LosesNothing()
    {
        using var sandbox = Photos(3);
        var run = sandbox.Start("run", Written(sandbox, "description: ''"), "--json");

        var killed = 0;
        await sandbox.UntilAsync(() =>
        {
            if (killed < 3 && HostsOf(run.Id) is [var host, ..])
            {
                using var process = Process.GetProcessById(host);
                process.Kill();
                process.WaitForExit();
                killed++;
            }

            return run.HasExited;
        });

        var ended = await run.EndAsync();
        Assert.True(ended.Exit == 0, ended.Error + ended.Output);
        Assert.Equal(54, ended.Json.GetProperty("blocks")[0].GetProperty("succeeded").GetInt32());
        Assert.True(killed > 0, "no host was seen");
    }

    [Fact]
    public async Task Resume_AfterAKillOfTheOwner_EndsTheRunAndItsHostsAreGone()
    {
        using var sandbox = Photos(3);
        var run = sandbox.Start("run", Written(sandbox, "description: ''"));
        IReadOnlyList<int> hosts = [];
        await sandbox.UntilAsync(() => (hosts = HostsOf(run.Id)).Count > 0);

        run.Kill();
        await run.EndAsync();
        var ended = await sandbox.RunAsync("resume", "--json");

        Assert.True(ended.Exit == 0, ended.Error);
        Assert.Equal(54, ended.Json.GetProperty("blocks")[0].GetProperty("succeeded").GetInt32());
        await sandbox.UntilAsync(() => hosts.All(static host => !File.Exists($"/proc/{host}/cmdline") || File.ReadAllText($"/proc/{host}/cmdline").Length == 0));
    }

    [Fact]
    public async Task Load_Model_StaysInMemoryForTheNextRunUntilItIsPutAway()
    {
        using var sandbox = Photos(1);

        var loaded = await sandbox.RunAsync("models", "load", "rt-detr", "--json");
        var owner = (await File.ReadAllTextAsync(sandbox.PathOf("home/owner.pid"), TestContext.Current.CancellationToken)).Trim();
        var run = await sandbox.RunAsync("run", Written(sandbox, "description: ''"), "--json");
        var pinned = await sandbox.RunAsync("models", "pin", "rt-detr");
        var listed = await sandbox.RunAsync("models", "list", "--json");
        var unloaded = await sandbox.RunAsync("models", "unload", "rt-detr");
        foreach (var other in new[] { "clip", "nima" })
        {
            await sandbox.RunAsync("models", "unload", other);
        }

        Assert.True(loaded.Exit == 0, loaded.Error);
        Assert.Equal((0, 0, 0), (run.Exit, pinned.Exit, unloaded.Exit));
        var row = listed.Json.GetProperty("memory").EnumerateArray().Single(static model => model.GetProperty("name").GetString() == "rt-detr");
        Assert.Equal(("ready", true), (row.GetProperty("state").GetString(), row.GetProperty("pinned").GetBoolean()));
        await sandbox.UntilAsync(() => !File.Exists($"/proc/{owner}/cmdline") || File.ReadAllText($"/proc/{owner}/cmdline").Length == 0);
        var after = await sandbox.RunAsync("models", "unload", "rt-detr");
        Assert.Equal(4, after.Exit);
        Assert.Contains("no process owns the home", after.Error, StringComparison.Ordinal);
    }

    /// <summary>A sandbox with every sample photo so many times, each a file of its own content.</summary>
    private static Sandbox Photos(int times)
    {
        Assert.SkipUnless(File.Exists(Path.Join(AtelierProcess.Root, "hosts/node/dist/models/main.js")), "needs the built host: eng/build-host");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks for hosts in /proc");
        var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.PathOf("photos"));
        var photos = Directory.GetFiles(Path.Join(AtelierProcess.Root, "examples/photo-recipes/photos"), "*.jpg", SearchOption.AllDirectories);
        foreach (var (photo, number) in Enumerable.Range(0, times).SelectMany(_ => photos).Select(static (photo, number) => (photo, number)))
        {
            File.WriteAllBytes(sandbox.PathOf($"photos/{number:000}.jpg"), [.. File.ReadAllBytes(photo), (byte)number]);
        }

        return sandbox;
    }

    private static string Written(Sandbox sandbox, string limits) => sandbox.Write("look.yaml", Look.Replace("LIMITS", limits, StringComparison.Ordinal));

    private static string Demo(string name) => Path.Join(AtelierProcess.Root, "models", name == "nima" ? "demo-nima-technical" : $"demo-{name}");

    private static IReadOnlyList<int> HostsOf(int owner)
    {
        var hosts = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                    && File.ReadAllText(Path.Join(folder, "cmdline")).Contains("models/main.js", StringComparison.Ordinal)
                    && File.ReadLines(Path.Join(folder, "status")).Contains($"PPid:\t{owner}"))
                {
                    hosts.Add(id);
                }
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return hosts;
    }
}
