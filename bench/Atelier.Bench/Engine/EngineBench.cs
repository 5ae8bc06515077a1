using System.Diagnostics;
using System.Globalization;
using Atelier.Bench.Store;
using Atelier.Engine.Runs;

namespace Atelier.Bench.Engine;

/// <summary>The engine's published figures: chains, map and latency.</summary>
internal static class EngineBench
{
    public static int Chains(string[] args)
    {
        var runs = Option(args, "--runs", 20_000);
        var inFlight = Option(args, "--in-flight", 64);
        Report(args, "chains", "steps/s", () => ChainsAsync(runs, inFlight).GetAwaiter().GetResult());
        return 0;
    }

    public static int MapItems(string[] args)
    {
        var items = Option(args, "--items", 200_000);
        Report(args, "map", "item-steps/s", () => MapAsync(items).GetAwaiter().GetResult());
        return 0;
    }

    public static int Latency(string[] args)
    {
        LatencyAsync(Option(args, "--runs", 200)).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>A 5-step run beside a run of 100,000 items, 20 times, against its idle latency.</summary>
    public static int Fair(string[] args)
    {
        FairAsync(Option(args, "--items", 1_000_000)).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task FairAsync(int items)
    {
        await using var home = new BenchHome();
        var (chain, chainRow) = home.Compile(BenchWorkflows.Chain);
        var (map, mapRow) = home.Compile(BenchWorkflows.Map);
        await RunMany(home, chain, chainRow, 500, 1);
        var idle = await TimesAsync(home, chain, chainRow, 50);
        var run = await home.Engine.StartRunAsync(map, System.Text.Encoding.UTF8.GetBytes($$"""{"count":{{items}}}"""), RunOptions.None, mapRow, null);
        while ((await home.Engine.LookAsync(run))?.Blocks is not [var block] || block.Counts.Ended < 20_000)
        {
            await Task.Yield();
        }

        var before = (await home.Engine.LookAsync(run))!.Blocks[0].Counts.Ended;
        var watch = Stopwatch.StartNew();
        var busy = await TimesAsync(home, chain, chainRow, 20);
        var after = (await home.Engine.LookAsync(run))!.Blocks[0].Counts.Ended;
        Console.WriteLine($"fair: idle p50 {idle[idle.Count / 2]:F2} ms; beside a map p50 {busy[busy.Count / 2]:F2} ms, max {busy[^1]:F2} ms = {busy[^1] / idle[idle.Count / 2]:F1} x idle; the map went on at {(after - before) / watch.Elapsed.TotalSeconds:F0} items/s");
        await home.Engine.CancelAsync(run);
        await home.Engine.WaitAsync(run);
    }

    private static async Task<List<double>> TimesAsync(BenchHome home, Language.Plans.WorkflowPlan plan, Atelier.Engine.Stores.WorkflowRow row, int runs)
    {
        var times = new List<double>(runs);
        for (var index = 0; index < runs; index++)
        {
            var started = Stopwatch.GetTimestamp();
            await home.Engine.WaitAsync(await home.Engine.StartRunAsync(plan, "{\"n\":1}"u8.ToArray(), RunOptions.None, row, null));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private static async Task<Measure> ChainsAsync(int runs, int inFlight)
    {
        await using var home = new BenchHome();
        var (plan, row) = home.Compile(BenchWorkflows.Chain);
        await RunMany(home, plan, row, Math.Min(2000, runs), inFlight);
        var written = ProcessIo.BytesWritten();
        var watch = Stopwatch.StartNew();
        await RunMany(home, plan, row, runs, inFlight);
        watch.Stop();
        var steps = runs * 5.0;
        return new Measure(steps / watch.Elapsed.TotalSeconds, watch.Elapsed.TotalSeconds, $"{(ProcessIo.BytesWritten() - written) / steps:F0} bytes/step");
    }

    internal static async Task RunMany(BenchHome home, Language.Plans.WorkflowPlan plan, Atelier.Engine.Stores.WorkflowRow row, int runs, int inFlight)
    {
        var next = 0;
        async Task Lane()
        {
            while (Interlocked.Increment(ref next) <= runs)
            {
                var run = await home.Engine.StartRunAsync(plan, "{\"n\":1}"u8.ToArray(), RunOptions.None, row, null);
                var ended = await home.Engine.WaitAsync(run);
                if (ended.Outcome != Outcome.Succeeded)
                {
                    throw new InvalidOperationException($"{run} {ended.Outcome}: {(ended.Errors is null ? "" : System.Text.Encoding.UTF8.GetString(ended.Errors))}");
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(Lane)));
    }

    private static async Task<Measure> MapAsync(int items)
    {
        await using var home = new BenchHome();
        var (plan, row) = home.Compile(BenchWorkflows.Map);
        var written = ProcessIo.BytesWritten();
        var watch = Stopwatch.StartNew();
        var run = await home.Engine.StartRunAsync(plan, System.Text.Encoding.UTF8.GetBytes($$"""{"count":{{items}}}"""), RunOptions.None, row, null);
        var ended = await home.Engine.WaitAsync(run);
        watch.Stop();
        var output = ended.Output is null ? string.Empty : System.Text.Encoding.UTF8.GetString(ended.Output);
        if (ended.Outcome != Outcome.Succeeded || output != items.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"{ended.Outcome} {output} {(ended.Errors is null ? "" : System.Text.Encoding.UTF8.GetString(ended.Errors))}");
        }

        using var process = Process.GetCurrentProcess();
        return new Measure(items * 2 / watch.Elapsed.TotalSeconds, watch.Elapsed.TotalSeconds, $"{(ProcessIo.BytesWritten() - written) / (items * 2.0):F0} bytes/item-step, peak {process.PeakWorkingSet64 >> 20} MiB");
    }

    private static async Task LatencyAsync(int runs)
    {
        await using var home = new BenchHome();
        var (plan, row) = home.Compile(BenchWorkflows.Chain);
        await RunMany(home, plan, row, 300, 1);
        var times = await TimesAsync(home, plan, row, runs);
        Console.WriteLine($"latency: p50 {times[times.Count / 2]:F2} ms, p99 {times[(int)(times.Count * 0.99)]:F2} ms, max {times[^1]:F2} ms over {runs} runs of 5 steps");
    }

    private static void Report(string[] args, string name, string unit, Func<Measure> measure)
    {
        var rates = new List<Measure>();
        for (var round = 0; round < Option(args, "--rounds", 3); round++)
        {
            var result = measure();
            rates.Add(result);
            Console.WriteLine($"{name}: {result.Rate:F0} {unit} in {result.Seconds:F1} s, {result.Note}");
        }

        rates.Sort(static (x, y) => x.Rate.CompareTo(y.Rate));
        Console.WriteLine($"{name}: median {rates[rates.Count / 2].Rate:F0} {unit} (min {rates[0].Rate:F0}, max {rates[^1].Rate:F0})");
    }

    internal static int Option(string[] args, string name, int standard)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? int.Parse(args[index + 1], CultureInfo.InvariantCulture) : standard;
    }

    private readonly record struct Measure(double Rate, double Seconds, string Note);
}
