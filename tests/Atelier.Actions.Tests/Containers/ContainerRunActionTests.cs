using System.Text.Json;
using Atelier.Actions.Containers;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Containers;

public sealed class ContainerRunActionTests : IDisposable
{
    private readonly FakeContext _context = new() { Key = $"{nameof(ContainerRunActionTests)}-{Environment.ProcessId}-{Environment.TickCount64}" };

    [Fact]
    public async Task Run_WithEverything_GetsInputsAndLeavesResults()
    {
        BusyboxImage.Require();

        var output = await _context.SucceedAsync("container.run", Input(
            "cat a.txt $2 - > out.txt; printf '{\"in\":%s,\"env\":\"%s\",\"arg\":\"%s\"}' \"$(cat $ATELIER_INPUT)\" \"$NAME\" \"$1\" > $ATELIER_RESULT",
            ["x y", _context.Memory.Add("<arg>")],
            new Dictionary<string, object>
            {
                ["input"] = new[] { 1 },
                ["env"] = new Dictionary<string, string> { ["NAME"] = "a b" },
                ["stdin"] = "<stdin>",
                ["files"] = new Dictionary<string, Artifact> { ["a.txt"] = _context.Memory.Add("<file>") },
                ["collect"] = "out.*",
                ["cpus"] = 1,
            }), BusyboxImage.Services);

        Assert.Equal("""{"in":[1],"env":"a b","arg":"x y"}""", Without(output, "files"));
        Assert.True(ActionJson.TryRead<Artifact>(output.GetProperty("files")[0], out var file, out _));
        Assert.Equal("<file><arg><stdin>", _context.Memory.Text(file));
    }

    [Fact]
    public async Task Run_ByDefault_HasNoNetwork()
    {
        BusyboxImage.Require();

        var output = await _context.SucceedAsync("container.run", Input("cat /proc/net/route | wc -l", [], []), BusyboxImage.Services);

        Assert.Equal("1", output.GetProperty("stdout").GetString()!.Trim());
    }

    [Fact]
    public async Task ExitCodes_AreMapped()
    {
        BusyboxImage.Require();

        var result = await _context.RunAsync("container.run", Input("echo blurred; exit 3", [], new Dictionary<string, object> { ["exit_codes"] = new Dictionary<string, string> { ["3"] = "rejected" } }), BusyboxImage.Services);

        Assert.Equal(new ActionResult<JsonElement>.Rejected("blurred"), result);
    }

    [Fact]
    public async Task Cancel_EndsTheContainer()
    {
        BusyboxImage.Require();
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _context.OnLog = line => started.TrySetResult();
        var run = _context.RunAsync("container.run", Input("echo up; sleep 123456", [], []), BusyboxImage.Services, cancel.Token).AsTask();
        await Task.WhenAny(started.Task, run);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.DoesNotContain(Directory.EnumerateDirectories("/proc"), IsTheSleeper);
    }

    [Fact]
    public async Task Fingerprint_HasTheImagesDigest()
    {
        BusyboxImage.Require();

        var parts = await ActionRuns.Find("container.run", BusyboxImage.Services).GetFingerprintPartsAsync(Input("true", [], []), _context, CancellationToken.None);

        Assert.StartsWith("sha256:", parts[$"image:{BusyboxImage.Name}"]);
    }

    [Fact]
    public async Task Image_ThatCannotBeHad_SaysSo()
    {
        BusyboxImage.Require();

        var failure = await _context.FailAsync("container.run", """{"image":"localhost/atelier-no-such-image"}""", BusyboxImage.Services);

        Assert.Equal(("ATL5406", FailureKind.Permanent), (failure.Code, failure.Kind));
    }

    [Fact]
    public void FromEnvironment_SplitsTheFlags()
    {
        var options = ContainerOptions.FromEnvironment(name => name == "ATELIER_CONTAINER_FLAGS" ? "--runtime runc -- --ulimit nofile=1024:1024" : "docker");

        Assert.Equal("docker", options.Engine);
        Assert.Equal(["--runtime", "runc"], options.EngineFlags);
        Assert.Equal(["--ulimit", "nofile=1024:1024"], options.RunFlags);
    }

    public void Dispose() => _context.Dispose();

    private static JsonElement Input(string script, object[] arguments, Dictionary<string, object> more)
    {
        more["image"] = BusyboxImage.Name;
        more["argv"] = new object[] { "/bin/sh", "-c", script, "sh" }.Concat(arguments);
        return JsonSerializer.SerializeToElement(more, ActionJson.Options);
    }

    private static string Without(JsonElement output, string member) =>
        JsonSerializer.Serialize(output.EnumerateObject().Where(one => one.Name != member).ToDictionary(one => one.Name, one => one.Value));

    private static bool IsTheSleeper(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Join(folder, "cmdline")).Contains("sleep\0123456", StringComparison.Ordinal)
                || File.ReadAllText(Path.Join(folder, "cmdline")).Contains("sleep 123456", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
