using System.Diagnostics;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;

namespace Atelier.Bench.Models;

/// <summary>CLIP ViT-B/32 over a folder of pictures through whole runs, in turns with a plain script on the same pictures.</summary>
internal static class EmbedBench
{
    private const int Batch = 8;

    public static async Task RunAsync(string[] args)
    {
        await CompareAsync("512-px pictures", "plain script with batch 8", 512, 512, EngineBench.Option(args, "--small", 400), args, PlainAsync);
        await CompareAsync("12-MP pictures", "transformers.js' pipeline with batch 8", 4000, 3000, EngineBench.Option(args, "--large", 48), args, PipelineAsync);
    }

    private static async Task CompareAsync(string name, string other, int width, int height, int count, string[] args, Func<string, string, Task<double>> plain)
    {
        using var folder = new TemporaryFolder();
        var (warm, pictures) = (Path.Join(folder.Path, "warm"), Path.Join(folder.Path, "pictures"));
        await NodeScript.PicturesAsync(pictures, count + Batch, width, height);
        NodeScript.Move(pictures, warm, Batch);
        var shares = new List<double>();
        for (var round = 0; round < EngineBench.Option(args, "--rounds", 3); round++)
        {
            var theirs = await plain(warm, pictures);
            var ours = await AtelierAsync(warm, pictures, count);
            shares.Add(ours / theirs);
            Console.WriteLine($"models {name}: {ours:F1} pictures/s, {other} {theirs:F1}: {ours / theirs:P0}");
        }

        shares.Sort();
        Console.WriteLine($"models {name}: median {shares[shares.Count / 2]:P0} of {other} (min {shares[0]:P0}, max {shares[^1]:P0})");
    }

    private static Task<double> PlainAsync(string warm, string pictures) =>
        NodeScript.NumberAsync("models/plain.mjs", "clip", BenchModels.PathOf(BenchModels.Clip), "embed_pictures", $"{Batch}", warm, pictures);

    private static Task<double> PipelineAsync(string warm, string pictures) =>
        NodeScript.NumberAsync("models/pipeline.mjs", BenchModels.PathOf(BenchModels.Clip), $"{Batch}", warm, pictures);

    private static async Task<double> AtelierAsync(string warm, string pictures, int count)
    {
        await using var home = await ModelHome.OpenAsync($"models:\n  clip: {{ kind: clip, source: {BenchModels.PathOf(BenchModels.Clip)}, batch_size: {Batch} }}\n");
        var map = ModelWorkflows.Map(1000, ModelWorkflows.Embed);
        await home.RunAsync(map, new { folder = warm });
        var watch = Stopwatch.StartNew();
        await home.RunAsync(map, new { folder = pictures });
        return count / watch.Elapsed.TotalSeconds;
    }
}
