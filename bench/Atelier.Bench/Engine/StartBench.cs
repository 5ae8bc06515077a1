using System.Diagnostics;
using Atelier.Bench.Store;

namespace Atelier.Bench.Engine;

/// <summary>How long a person waits for the command line: its version, and a small run on a home that exists.</summary>
internal static class StartBench
{
    public static int Run(string[] args)
    {
        var rounds = EngineBench.Option(args, "--rounds", 20);
        var root = Repository.Root();
        using var home = new TemporaryFolder();
        Measure("--version", rounds, root, home.Path, "--version");
        Measure("run examples/hello", rounds, root, home.Path, "run", Path.Join(root, "examples", "hello", "workflow.yaml"));
        return 0;
    }

    private static void Measure(string name, int rounds, string root, string home, params string[] arguments)
    {
        var times = new List<double>();
        for (var round = -3; round < rounds; round++)
        {
            var start = new ProcessStartInfo(Path.Join(root, "atelier"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["ATELIER_HOME"] = home;
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"atelier {string.Join(' ', arguments)} ended with {process.ExitCode}");
            }

            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine($"start {name}: median {times[times.Count / 2]:F0} ms (min {times[0]:F0}, max {times[^1]:F0})");
    }
}
