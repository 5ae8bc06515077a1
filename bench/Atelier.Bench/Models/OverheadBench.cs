using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;
using Atelier.Hosts.Pools;
using Atelier.Models.Lanes;
using Atelier.Models.Runtime;
using Atelier.Sdk.Models;

namespace Atelier.Bench.Models;

/// <summary>What a question at batch 1 costs over the same request sent straight to a host: in turns, one after the other, with the smallest model there is.</summary>
internal static class OverheadBench
{
    private const int Warm = 200;

    public static async Task RunAsync(string[] args)
    {
        var calls = EngineBench.Option(args, "--calls", 2000);
        using var folder = new TemporaryFolder();
        await NodeScript.PicturesAsync(folder.Path, 1, 256, 256);
        var picture = Path.Join(folder.Path, "00000.jpg");
        var host = Path.Join(Repository.Root(), "hosts", "node");
        var model = Path.Join(Repository.Root(), "models", "demo-nima-technical");
        await File.WriteAllTextAsync(Path.Join(folder.Path, "models.yaml"), $"models:\n  nima: {{ kind: nima, source: {model}, batch_size: 1, threads: 1 }}\n");
        await using var runtime = new ModelRuntime(new ModelRuntimeOptions { HomeFolder = folder.Path, Host = new ModelHostOptions { HostFolder = host } }, TimeProvider.System);
        await using var pool = new HostPool(
            new HostOptions { Name = "straight", Command = ["node", Path.Join(host, "dist", "models", "main.js"), "--model", model, "--kind", "nima", "--threads", "1"], Slots = 1 },
            TimeProvider.System);
        if (!(await runtime.Home.FindAsync("nima", CancellationToken.None)).TryGet(out var identity, out var failure))
        {
            throw new InvalidOperationException(failure.Message);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new { items = new[] { new { input = picture } }, parameters = new { } });
        var (asked, straight, own) = (new List<double>(), new List<double>(), new List<double>());
        for (var call = -Warm; call < calls; call++)
        {
            var from = Stopwatch.GetTimestamp();
            var answer = await pool.CallAsync("score", body, null, CancellationToken.None);
            var sent = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            from = Stopwatch.GetTimestamp();
            var reply = await runtime.Home.AskAsync(identity, new ScorePicture(picture), CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (answer is not HostAnswer.Done done || !reply.TryGet(out _, out _))
            {
                throw new InvalidOperationException("a call was not answered");
            }

            if (call >= 0)
            {
                asked.Add(took);
                straight.Add(sent);
                own.Add(JsonElement.Parse(Encoding.UTF8.GetString(done.Body.Span)).GetProperty("run_ms").GetDouble());
            }
        }

        var (through, direct, graph) = (Median(asked), Median(straight), Median(own));
        Console.WriteLine($"models overhead: {through:F2} ms a call through the manager at batch 1, {direct:F2} ms sent straight to a host (of which {graph:F2} ms by its own clock): {through - direct:F2} ms over it, {through - graph:F2} ms over its own clock");
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
