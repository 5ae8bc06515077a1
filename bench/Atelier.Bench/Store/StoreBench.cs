using System.Diagnostics;
using System.Globalization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;

namespace Atelier.Bench.Store;

/// <summary>The SQLite store without an engine: how fast groups commit, and how many bytes an outcome costs the disk.</summary>
internal static class StoreBench
{
    private const int StepsARun = 5;

    public static int Run(string[] args)
    {
        var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000;
        Interleaved(runs / 4, inFlight: 64);
        foreach (var (count, inFlight) in ((int, int)[])[(runs / 20, 1), (runs / 2, 32), (runs, 64), (runs * 2, 1000)])
        {
            Interleaved(count, inFlight);
        }

        Items(runs * 10);
        return 0;
    }

    // Every commit holds one outcome of each run in flight, as when a body starts only after the one before it is durable.
    private static void Interleaved(int runs, int inFlight)
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteRunStore(Path.Join(folder.Path, "atelier.db"), TimeProvider.System);
        var epoch = store.TakeOwnership();
        var written = ProcessIo.BytesWritten();
        var watch = Stopwatch.StartNew();
        var flight = new List<Chain>();
        var next = 1;
        var commits = 0;
        while (next <= runs || flight.Count > 0)
        {
            while (flight.Count < inFlight && next <= runs)
            {
                // Staggered, so that in every commit some runs begin and some end.
                flight.Add(new Chain(new RunId(next++), epoch));
                if (commits < StepsARun && flight.Count >= inFlight * (commits + 1) / StepsARun)
                {
                    break;
                }
            }

            store.Commit(flight.ConvertAll(static chain => chain.Next()));
            commits++;
            flight.RemoveAll(static chain => chain.Ended);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var outcomes = runs * StepsARun;
        Report($"{inFlight} in flight: {runs} runs x {StepsARun}", outcomes, seconds, ProcessIo.BytesWritten() - written, commits);
    }

    private static void Items(int items)
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteRunStore(Path.Join(folder.Path, "atelier.db"), TimeProvider.System);
        var epoch = store.TakeOwnership();
        var block = new ItemBlock(new RunId(1), epoch);
        foreach (var again in (bool[])[false, true])
        {
            var written = ProcessIo.BytesWritten();
            var watch = Stopwatch.StartNew();
            var commits = block.Admit(store, items, again);
            Report(again ? "items seen again" : "items with rows, new", items, watch.Elapsed.TotalSeconds, ProcessIo.BytesWritten() - written, commits);
        }

        var before = ProcessIo.BytesWritten();
        var time = Stopwatch.StartNew();
        var ends = block.End(store, items);
        Report("item ends (2 steps)", items * 2, time.Elapsed.TotalSeconds, ProcessIo.BytesWritten() - before, ends);
    }

    private static void Report(string what, long rows, double seconds, long bytes, int commits) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-34} {rows / seconds,10:N0}/s {seconds * 1e6 / rows,7:N2} us each {bytes / rows,7:N0} bytes each {commits,7} commits {seconds * 1000 / commits,7:N2} ms a commit"));
}
