using System.Diagnostics;
using Atelier.Bench.Engine;

namespace Atelier.Bench.Serving;

/// <summary>A run of a million items: its state, and pages of 100 anywhere in it.</summary>
internal static class PagesCase
{
    private const string Workflow = """
        name: many
        inputs: { rows: { type: path } }
        steps:
          - { id: rows, uses: data.read_jsonl, with: { path: "${inputs.rows}" } }
          - id: all
            for_each: ${rows}
            as: row
            on_item_failure: quarantine
            yield: { title: "${x}" }
            steps:
              - { id: x, uses: core.value, with: { value: "${row.title}" } }
              - { id: y, uses: core.assert, with: { that: "${row.n % 1000 != 7}", message: "unlucky ${string(row.n)}" } }
        """;

    public static async Task RunAsync(string[] args)
    {
        var items = EngineBench.Option(args, "--items", 1_000_000);
        var reads = EngineBench.Option(args, "--reads", 1000);
        using var home = new ServedHome();
        await home.RegisterAsync(Workflow);
        var rows = Path.Join(home.Folder, "rows.jsonl");
        await File.WriteAllLinesAsync(rows, Enumerable.Range(0, items).Select(static number => $$"""{"key":"painting-{{number:D7}}","n":{{number}},"title":"Painting number {{number}}"}"""));
        var watch = Stopwatch.StartNew();
        var run = (await home.AskAsync(HttpMethod.Post, "runs", new { workflow = "many", inputs = new { rows } })).GetProperty("run").GetString();
        while (!(await home.AskAsync(HttpMethod.Get, $"runs/{run}")).GetProperty("summary").GetProperty("ended").GetBoolean())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        Console.WriteLine($"server pages: {items} items with two steps each in {watch.Elapsed.TotalSeconds:F1} s; server {home.Memory} MiB");
        var random = new Random(1);
        await MeasureAsync(home, "a run", reads, () => $"runs/{run}");
        await MeasureAsync(home, "a page of 100 anywhere", reads, () => $"runs/{run}/blocks/1/items?limit=100&from={random.Next(items)}");
        await MeasureAsync(home, "a page of failed ones", reads / 10, () => $"runs/{run}/blocks/1/items?limit=100&outcome=failed&from={random.Next(items)}");
        await MeasureAsync(home, "a page by key, backwards", reads / 10, () => $"runs/{run}/blocks/1/items?limit=100&sort=key&descending=true");
        await MeasureAsync(home, "counters of its steps", reads / 10, () => $"runs/{run}/steps");
        Console.WriteLine($"server pages: server {home.Memory} MiB afterwards");
    }

    private static async Task MeasureAsync(ServedHome home, string what, int reads, Func<string> path)
    {
        var first = Stopwatch.GetTimestamp();
        await home.AskAsync(HttpMethod.Get, path());
        var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        var times = new List<double>(reads);
        for (var read = -20; read < reads; read++)
        {
            var started = Stopwatch.GetTimestamp();
            await home.AskAsync(HttpMethod.Get, path());
            if (read >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        times.Sort();
        Console.WriteLine($"server pages: {what}: p50 {ServerBench.Percentile(times, 0.5):F1} ms, p99 {ServerBench.Percentile(times, 0.99):F1} ms; the first {cold:F0} ms");
    }
}
