using System.Diagnostics;
using Atelier.Bench.Engine;

namespace Atelier.Bench.Serving;

/// <summary>Starts over 64 connections, each run five steps; every start is answered after its commit.</summary>
internal static class StartsCase
{
    private const string Workflow = """
        name: chain
        inputs: { n: { type: integer, default: 1 } }
        steps:
          - { id: a, uses: core.value, with: { value: "${inputs.n}" } }
          - { id: b, uses: core.value, with: { value: "${a + 1}" } }
          - { id: c, uses: core.value, with: { value: "${b + 1}" } }
          - { id: d, uses: core.value, with: { value: "${c + 1}" } }
          - { id: e, uses: core.value, with: { value: "${d + 1}" } }
        """;

    public static async Task RunAsync(string[] args)
    {
        var runs = EngineBench.Option(args, "--runs", 20_000);
        using var home = new ServedHome();
        await home.RegisterAsync(Workflow);
        await StartAsync(home, runs / 4, "warm");
        for (var round = 0; round < EngineBench.Option(args, "--rounds", 3); round++)
        {
            var watch = Stopwatch.StartNew();
            var times = await StartAsync(home, runs, $"round{round}");
            var accepted = watch.Elapsed.TotalSeconds;
            while ((await home.AskAsync(HttpMethod.Get, "home")).GetProperty("running").GetInt32() > 0)
            {
                await Task.Yield();
            }

            times.Sort();
            Console.WriteLine($"server starts: {runs / accepted:F0} runs/s accepted, {5 * runs / watch.Elapsed.TotalSeconds:F0} steps/s done; p50 {ServerBench.Percentile(times, 0.5):F1} ms, p99 {ServerBench.Percentile(times, 0.99):F1} ms; server {home.Memory} MiB");
        }
    }

    private static async Task<List<double>> StartAsync(ServedHome home, int runs, string round)
    {
        var next = 0;
        var all = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            var times = new List<double>();
            while (Interlocked.Increment(ref next) is var number && number <= runs)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "runs") { Content = new StringContent($$$"""{"workflow":"chain","inputs":{"n":{{{number}}}}}""", System.Text.Encoding.UTF8, "application/json") };
                request.Headers.Add("Idempotency-Key", $"{round}-{number}");
                var started = Stopwatch.GetTimestamp();
                using var response = await home.Client.SendAsync(request);
                if ((int)response.StatusCode != 201)
                {
                    throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
                }

                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return times;
        }));
        return [.. all.SelectMany(static times => times)];
    }
}
