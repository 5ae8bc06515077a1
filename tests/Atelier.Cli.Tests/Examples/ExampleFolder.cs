using System.Diagnostics;
using System.Text.Json;

namespace Atelier.Cli.Tests.Examples;

/// <summary>A copy of the examples with a home of its own, and the command line as people start it.</summary>
internal sealed class ExampleFolder : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-examples-");

    public ExampleFolder() => Copy(System.IO.Path.Join(Repository, "examples"), Path);

    /// <summary>The checkout.</summary>
    public static string Repository { get; } = Find();

    /// <summary>What may be given to <c>validate</c>: a folder with a <c>workflow.yaml</c>, or else each definition that lies in the folder.</summary>
    public static IEnumerable<string> Names => Directory.EnumerateDirectories(System.IO.Path.Join(Repository, "examples")).SelectMany(Definitions).Order(StringComparer.Ordinal);

    /// <summary>Where the copies lie.</summary>
    public string Path => _folder.FullName;

    /// <summary>Skips a test of pictures where the media host is not built.</summary>
    public static void NeedPictures() =>
        Assert.SkipUnless(File.Exists(System.IO.Path.Join(Repository, "hosts/node/dist/main.js")), "the media host is not built (eng/build-host)");

    /// <summary>Starts a program in the folder.</summary>
    public Process Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ATELIER_HOME"] = System.IO.Path.Join(Path, ".home");
        start.Environment["ATELIER_HOST_DIR"] = System.IO.Path.Join(Repository, "hosts/node");
        start.Environment["ATELIER_MODELS_DIR"] = System.IO.Path.Join(Repository, "models");
        return Process.Start(start)!;
    }

    /// <summary>Runs <c>atelier</c> to its end; gives its status and what it wrote to standard output.</summary>
    public (int Exit, string Output) Atelier(params IEnumerable<string> arguments)
    {
        using var process = Start(System.IO.Path.Join(AppContext.BaseDirectory, "atelier"), arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"did not end within {Limit.TotalMinutes} minutes: {errors.GetAwaiter().GetResult()}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(errors.GetAwaiter().GetResult());
        return (process.ExitCode, output.GetAwaiter().GetResult());
    }

    /// <summary>Runs a workflow; gives the status and the report's JSON.</summary>
    public (int Exit, JsonElement Report) Run(string example, params IEnumerable<string> inputs)
    {
        var (exit, output) = Atelier(["run", example, "--json", .. inputs.SelectMany(static input => new[] { "-i", input })]);
        return (exit, JsonElement.Parse(output));
    }

    /// <summary>What became of each step of a run: its path and key, and whether a recorded result was taken. Steps without an action are left out.</summary>
    public IReadOnlyList<(string Step, string? Key, bool Reused)> Steps(JsonElement report)
    {
        var (_, lines) = Atelier("runs", "outcomes", report.GetProperty("run").GetString()!, "--limit", "0", "--json");
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))
            .Where(static line => line.GetProperty("made_by").ValueKind == JsonValueKind.String)
            .Select(static line => (line.GetProperty("step").GetString()!, line.GetProperty("key").GetString(), line.GetProperty("reused").GetBoolean()))];
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Definitions(string folder) =>
        File.Exists(System.IO.Path.Join(folder, "workflow.yaml"))
            ? [System.IO.Path.GetFileName(folder)]
            : Directory.EnumerateFiles(folder).Where(static file => System.IO.Path.GetExtension(file) is ".yaml" or ".json")
                .Select(file => System.IO.Path.Join(System.IO.Path.GetFileName(folder), System.IO.Path.GetFileName(file)));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(from, file);
            if (!relative.Split('/').Contains("out"))
            {
                var target = System.IO.Path.Join(to, relative);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Join(folder.FullName, "Atelier.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run inside the checkout");
    }
}
