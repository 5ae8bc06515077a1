using System.Diagnostics;
using System.Globalization;
using System.Text;
using Atelier.Bench.Store;
using Atelier.Engine.Runs;

namespace Atelier.Bench.Engine;

/// <summary>How soon work goes on after <c>kill -9</c>: a child process works on a home, is killed in the middle, and this process takes over.</summary>
internal static class RecoveryBench
{
    public static int Run(string[] args)
    {
        if (args is ["child", var kind, var folder, var size])
        {
            ChildAsync(kind, folder, int.Parse(size, CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
            return 0;
        }

        RecoverAsync("chains", EngineBench.Option(args, "--runs", 20_000), "half").GetAwaiter().GetResult();
        RecoverAsync("map", EngineBench.Option(args, "--items", 1_000_000), "half").GetAwaiter().GetResult();
        RecoverAsync("waiting", EngineBench.Option(args, "--waiting", 10_000), "ready").GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RecoverAsync(string kind, int size, string killAt)
    {
        using var folder = new TemporaryFolder();
        using (var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["recovery", "child", kind, folder.Path, size.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!)
        {
            while (await child.StandardOutput.ReadLineAsync() is { } line && line != killAt)
            {
                // The child tells how far it is.
            }

            child.Kill();
            await child.WaitForExitAsync();
        }

        var watch = Stopwatch.StartNew();
        await using var home = new BenchHome(folder.Path);
        var unfinished = home.Store.Unfinished();
        await FirstOutcomeAsync(home, kind, unfinished[0].Run);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"recovery {kind}: first new outcome after {watch.ElapsedMilliseconds} ms ({unfinished.Count} unfinished runs, {process.WorkingSet64 >> 20} MiB resident)");
    }

    private static async Task FirstOutcomeAsync(BenchHome home, string kind, RunId run)
    {
        switch (kind)
        {
            case "chains":
                await home.Engine.WaitAsync(run);
                break;
            case "waiting":
                await home.Engine.SignalAsync(run, "go", null, "1", "true"u8.ToArray());
                await home.Engine.WaitAsync(run);
                break;
            default:
                long? before = null;
                while (true)
                {
                    var ended = (await home.Engine.LookAsync(run))?.Blocks is [var block] ? block.Counts.Ended : 0;
                    before ??= ended == 0 ? null : ended;
                    if (ended > before)
                    {
                        return;
                    }

                    await Task.Yield();
                }
        }
    }

    private static async Task ChildAsync(string kind, string folder, int size)
    {
        await using var home = new BenchHome(folder);
        switch (kind)
        {
            case "chains":
                var (chain, chainRow) = home.Compile(BenchWorkflows.Chain);
                await EngineBench.RunMany(home, chain, chainRow, size / 2, 64);
                Console.WriteLine("half");
                await EngineBench.RunMany(home, chain, chainRow, size, 64);
                break;
            case "map":
                var (map, mapRow) = home.Compile(BenchWorkflows.Map);
                var run = await home.Engine.StartRunAsync(map, Encoding.UTF8.GetBytes($$"""{"count":{{size}}}"""), RunOptions.None, mapRow, null);
                while ((await home.Engine.LookAsync(run))?.Blocks is not [var block] || block.Counts.Ended < size / 2)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
                }

                Console.WriteLine("half");
                await home.Engine.WaitAsync(run);
                break;
            default:
                var (wait, waitRow) = home.Compile(BenchWorkflows.Wait);
                for (var index = 0; index < size; index += 100)
                {
                    await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => home.Engine.StartRunAsync(wait, "{}"u8.ToArray(), RunOptions.None, waitRow, null)));
                }

                var unfinished = home.Store.Unfinished();
                while (unfinished.Any(static one => !one.Resting))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
                    unfinished = home.Store.Unfinished();
                }

                Console.WriteLine("ready");
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
                break;
        }
    }
}
