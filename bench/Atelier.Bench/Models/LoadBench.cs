using System.Diagnostics;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;
using Atelier.Models.Lanes;
using Atelier.Models.Runtime;

namespace Atelier.Bench.Models;

/// <summary>Loads a model of 350 MB and puts it away, again and again: the memory of this process and all it started must come back.</summary>
internal static class LoadBench
{
    public static async Task RunAsync(string[] args)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Join(folder.Path, "models.yaml"), $"models:\n  encoder: {{ kind: nima, source: {BenchModels.PathOf(BenchModels.Encoder)} }}\n");
        await using var runtime = new ModelRuntime(
            new ModelRuntimeOptions { HomeFolder = folder.Path, Host = new ModelHostOptions { HostFolder = Path.Join(Repository.Root(), "hosts", "node") } },
            TimeProvider.System);
        var before = Held();
        var (times, loaded) = (new List<double>(), 0L);
        for (var round = 0; round < EngineBench.Option(args, "--loads", 20); round++)
        {
            var watch = Stopwatch.StartNew();
            if (!(await runtime.LoadAsync("encoder", CancellationToken.None)).TryGet(out _, out var failure))
            {
                throw new InvalidOperationException(failure.Message);
            }

            times.Add(watch.Elapsed.TotalSeconds);
            loaded = Math.Max(loaded, ProcessTree.ResidentBytes(Environment.ProcessId));
            if (!(await runtime.UnloadAsync("encoder", CancellationToken.None)).TryGet(out var was, out failure) || !was)
            {
                throw new InvalidOperationException(failure?.Message ?? "it was not in memory");
            }
        }

        var after = Held();
        times.Sort();
        Console.WriteLine($"models load: {times.Count} loads of 350 MB, median {times[times.Count / 2]:F2} s; {before / 1e6:F0} MB before, at most {loaded / 1e6:F0} MB while loaded, {after / 1e6:F0} MB after: {(after - before) / 1e6:+0;-0;0} MB");
    }

    /// <summary>Without garbage: in twenty rounds no collection has a reason to run, and what nobody needs is not held.</summary>
    private static long Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return ProcessTree.ResidentBytes(Environment.ProcessId);
    }
}
