using System.Diagnostics;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;

namespace Atelier.Bench.Models;

/// <summary>A map that asks three models of real size under a budget that holds one of them, against each model's step alone and the loads.</summary>
internal static class ThreeModelsBench
{
    private const int Warm = 8;
    private static readonly string[] Steps = [ModelWorkflows.Embed, ModelWorkflows.Score, ModelWorkflows.Detect];

    public static async Task RunAsync(string[] args)
    {
        var count = EngineBench.Option(args, "--items", 1000);
        var window = EngineBench.Option(args, "--window", Math.Max(1, count / 2));
        using var folder = new TemporaryFolder();
        var (first, again, pictures) = (Path.Join(folder.Path, "first"), Path.Join(folder.Path, "again"), Path.Join(folder.Path, "pictures"));
        await NodeScript.PicturesAsync(pictures, count + (2 * Warm), 512, 512);
        NodeScript.Move(pictures, first, Warm);
        NodeScript.Move(pictures, again, Warm);
        var (compute, load) = (0.0, 0.0);
        foreach (var step in Steps)
        {
            var (alone, loading) = await AloneAsync(step, first, again, pictures);
            compute += alone;
            load += loading;
        }

        await using var home = await ModelHome.OpenAsync(ModelWorkflows.Registry(ModelWorkflows.OneModel));
        await using var watch = new TreeWatch(Environment.ProcessId);
        var clock = Stopwatch.StartNew();
        await home.RunAsync(ModelWorkflows.Map(window, Steps), new { folder = pictures });
        var total = clock.Elapsed.TotalSeconds;
        var windows = (count + window - 1) / window;
        var allowed = compute + (windows * load);
        Console.WriteLine($"models three: {count} pictures in {windows} windows took {total:F1} s with {watch.Loads} loads (one a model a window: {windows * Steps.Length}); the steps alone {compute:F1} s, one load of each {load:F1} s: {(total / allowed) - 1:+0%;-0%;0%} over compute and loads; peak {watch.PeakText}");
    }

    /// <summary>Seconds of a step by itself once its model is loaded, and of the first questions, which load it.</summary>
    private static async Task<(double Alone, double Load)> AloneAsync(string step, string first, string again, string pictures)
    {
        await using var home = await ModelHome.OpenAsync(ModelWorkflows.Registry("8GB"));
        var map = ModelWorkflows.Map(1000, step);
        var loading = await TimeAsync(first);
        var loaded = await TimeAsync(again);
        return (await TimeAsync(pictures), Math.Max(0, loading - loaded));

        async Task<double> TimeAsync(string folder)
        {
            var watch = Stopwatch.StartNew();
            await home.RunAsync(map, new { folder });
            return watch.Elapsed.TotalSeconds;
        }
    }
}
