using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Atelier.Bench.Engine;

namespace Atelier.Bench.Serving;

/// <summary>
/// Viewers of one run, and signals at irregular times: from the moment a signal's answer comes (its outcome is recorded within that time) to the first event that counts it, for
/// each viewer.
/// </summary>
internal static class EventsCase
{
    private const string Workflow = """
        name: waits
        steps:
          - id: rounds
            repeat: { until: "${false}", max: 10000 }
            steps:
              - { id: wait, uses: core.wait, with: { signal: go } }
        """;

    public static async Task RunAsync(string[] args)
    {
        var (viewers, signals) = (EngineBench.Option(args, "--viewers", 100), EngineBench.Option(args, "--signals", 200));
        using var home = new ServedHome();
        await home.RegisterAsync(Workflow);
        var run = (await home.AskAsync(HttpMethod.Post, "runs", new { workflow = "waits" })).GetProperty("run").GetString();
        using var stop = new CancellationTokenSource();
        var seen = new long[viewers][];
        var ready = new CountdownEvent(viewers);
        var watching = Enumerable.Range(0, viewers).Select(viewer =>
        {
            seen[viewer] = new long[signals + 1];
            return WatchAsync(home, $"runs/{run}/events", seen[viewer], ready, stop.Token);
        }).ToArray();
        ready.Wait();
        var sent = new long[signals + 1];
        var random = new Random(1);
        for (var signal = 1; signal <= signals; signal++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(5, 400)), TimeProvider.System);
            await home.AskAsync(HttpMethod.Post, $"runs/{run}/signals", new { name = "go", id = $"s{signal}" });
            sent[signal] = Stopwatch.GetTimestamp();
        }

        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        await stop.CancelAsync();
        await Task.WhenAll(watching).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var times = seen.SelectMany(viewer => Enumerable.Range(1, signals).Select(signal => viewer[signal] == 0 ? double.PositiveInfinity : Math.Max(0, Stopwatch.GetElapsedTime(sent[signal], viewer[signal]).TotalMilliseconds))).Order().ToList();
        Console.WriteLine($"server events: {viewers} viewers, {signals} outcomes: p50 {ServerBench.Percentile(times, 0.5):F0} ms, p99 {ServerBench.Percentile(times, 0.99):F0} ms, slowest {times[^1]:F0} ms; server {home.Memory} MiB");
    }

    private static async Task WatchAsync(ServedHome home, string path, long[] seen, CountdownEvent ready, CancellationToken stop)
    {
        using var response = await home.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stop);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var (known, first) = (0L, true);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(stop))
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var step in JsonDocument.Parse(item.Data).RootElement.GetProperty("steps").EnumerateArray().Where(static step => step.GetProperty("path").GetString() == "rounds/wait"))
            {
                for (var count = step.GetProperty("counts").GetProperty("succeeded").GetInt64(); known < count && known + 1 < seen.Length;)
                {
                    seen[++known] = now;
                }
            }

            if (first)
            {
                first = false;
                ready.Signal();
            }
        }
    }
}
