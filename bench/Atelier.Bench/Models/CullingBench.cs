using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;

namespace Atelier.Bench.Models;

/// <summary>
/// The culling recipe over many photos through the command line, as people run it, against its steps run alone: once all results are there, each step is computed anew
/// while the others are taken from earlier; what that takes more than taking all from earlier is the step alone.
/// </summary>
internal static class CullingBench
{
    public static async Task RunAsync(string[] args)
    {
        var count = EngineBench.Option(args, "--photos", 1000);
        var recipe = Recipe(args);
        using var folder = new TemporaryFolder();
        var (photos, home) = (Path.Join(folder.Path, "photos"), Path.Join(folder.Path, "home"));
        await NodeScript.RunAsync("models/photos.mjs", Path.Join(Repository.Root(), "examples", "photo-recipes", "photos"), photos, $"{count}");
        await AtelierAsync(home, "plan", recipe, "-i", $"photos={photos}");
        var (whole, peak, run) = await TimeAsync(home, recipe, photos);
        var (again, _, _) = await TimeAsync(home, recipe, photos);
        var parts = again;
        foreach (var step in await StepsAsync(home, run))
        {
            var (took, _, _) = await TimeAsync(home, recipe, photos, "--fresh", step);
            Console.WriteLine($"models culling: {step} alone {took - again:F1} s");
            parts += Math.Max(0, took - again);
        }

        Console.WriteLine($"models culling: {count} photos in {whole:F1} s, {count / whole:F1} a second; the steps alone {parts:F1} s, {parts / whole:P0} of that; peak of all processes {peak}");
    }

    private static string Recipe(string[] args)
    {
        var named = Array.IndexOf(args, "--recipe") is var at && at >= 0 ? args[at + 1] : null;
        var folder = Path.Join(Repository.Root(), "examples", "photo-recipes");
        return named ?? Directory.EnumerateFiles(folder, "culling.*").FirstOrDefault() ?? throw new InvalidOperationException($"there is no culling recipe in {folder}");
    }

    /// <summary>The steps that computed something, as outcomes name them.</summary>
    private static async Task<IReadOnlyList<string>> StepsAsync(string home, string run)
    {
        var lines = await AtelierAsync(home, "--json", "runs", "outcomes", run);
        var steps = lines.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line).GetProperty("step").GetString()!).Distinct().ToList();
        // A block is its steps; it has no part of its own.
        return [.. steps.Where(step => !steps.Any(other => other.StartsWith(step + "/", StringComparison.Ordinal)))];
    }

    private static async Task<(double Seconds, string Peak, string Run)> TimeAsync(string home, string recipe, string photos, params string[] more)
    {
        var watch = Stopwatch.StartNew();
        var (output, peak) = await AtelierAsync(home, ["--json", "run", recipe, "-i", $"photos={photos}", .. more]);
        return (watch.Elapsed.TotalSeconds, peak, JsonElement.Parse(output).GetProperty("run").GetString()!);
    }

    private static async Task<(string Output, string Peak)> AtelierAsync(string home, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Join(Repository.Root(), "atelier"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ATELIER_HOME"] = home;
        using var process = Process.Start(start)!;
        await using var watch = new TreeWatch(process.Id);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        // 3: done, and some items are quarantined; 5: waits for a person, where the recipe asks one.
        return process.ExitCode is 0 or 3 or 5 ? (output, watch.PeakText) : throw new InvalidOperationException($"atelier {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }
}
