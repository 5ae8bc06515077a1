using System.Diagnostics;

namespace Atelier.House.Tests.Docs;

/// <summary>
/// A folder that looks like a fresh checkout to the commands of a page: <c>./atelier</c>, the examples, no home yet. The build
/// is the checkout's own, made once before, so that a page costs seconds.
/// </summary>
internal sealed class DocSandbox : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly Lazy<(int Status, string Output)> Build =
        new(() => Shell(Repository.Root, "./atelier --version && eng/build-host --for docs", isolate: false));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-docs-");

    public DocSandbox()
    {
        var (status, output) = Build.Value;
        Assert.True(status == 0, "the command line does not build:\n" + output);
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "atelier"), Repository.PathOf("atelier"));
        var (copied, problem) = Shell(_folder.FullName, $"mkdir .user; if [ -d '{Repository.PathOf("examples")}' ]; then cp -R '{Repository.PathOf("examples")}' .; fi", isolate: false);
        Assert.True(copied == 0, problem);
    }

    public string Folder => _folder.FullName;

    /// <summary>Runs a script that ends at its first failing command; gives its status and all that it wrote.</summary>
    public (int Status, string Output) Run(string script) => Shell(Folder, script, isolate: true);

    public void Dispose()
    {
        // A page that failed half-way leaves the server it started.
        foreach (var file in _folder.EnumerateFiles("*.pid"))
        {
            Shell(Folder, $"pid=$(cat '{file.Name}'); kill \"$pid\" 2>/dev/null; for turn in $(seq 100); do kill -0 \"$pid\" 2>/dev/null || break; sleep 0.1; done", isolate: true);
        }

        _folder.Delete(recursive: true);
    }

    private static (int Status, string Output) Shell(string folder, string script, bool isolate)
    {
        var start = new ProcessStartInfo("bash", ["-e", "-c", "exec 2>&1 </dev/null\n" + script])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        start.Environment["NO_COLOR"] = "1";
        start.Environment.Remove("ATELIER_HOME");
        start.Environment.Remove("ATELIER_SERVER");
        if (isolate)
        {
            start.Environment["HOME"] = Path.Combine(folder, ".user");
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"did not end within {Limit.TotalMinutes} minutes");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult());
    }
}
