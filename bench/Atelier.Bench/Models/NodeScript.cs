using System.Diagnostics;
using System.Globalization;
using Atelier.Bench.Engine;

namespace Atelier.Bench.Models;

/// <summary>Scripts of <c>bench/</c> that Node runs.</summary>
internal static class NodeScript
{
    /// <summary>What the script printed.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Join(Repository.Root(), "bench", script), .. arguments]) { RedirectStandardOutput = true };
        // As hosts of models are started.
        start.Environment["MALLOC_MMAP_THRESHOLD_"] = "1048576";
        start.Environment["UV_THREADPOOL_SIZE"] = (Environment.ProcessorCount + 2).ToString(CultureInfo.InvariantCulture);
        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{script} ended with {node.ExitCode}");
    }

    /// <summary>Its last line as a number.</summary>
    public static async Task<double> NumberAsync(string script, params string[] arguments) =>
        double.Parse((await RunAsync(script, arguments)).Split('\n')[^1], CultureInfo.InvariantCulture);

    /// <summary>JPEG pictures.</summary>
    public static Task PicturesAsync(string folder, int count, int width, int height) =>
        RunAsync("images/make.mjs", folder, Text(count), Text(width), Text(height));

    /// <summary>Takes the first files of a folder into a new one.</summary>
    public static void Move(string from, string to, int count)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Order(StringComparer.Ordinal).Take(count).ToList())
        {
            File.Move(file, Path.Join(to, Path.GetFileName(file)));
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
