using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Atelier.Actions.Images;
using Atelier.Bench.Store;
using Atelier.Engine.Runs;
using Atelier.Hosts.Media;

namespace Atelier.Bench.Engine;

/// <summary>Thumbnails through a whole run against a plain sharp script on the same pictures, in turns.</summary>
internal static class ImageBench
{
    private const string Thumbnails = """
        name: thumbnails
        inputs:
          folder: { type: path }
          side: { type: integer }
        steps:
          - id: find
            uses: files.list
            with: { path: "${inputs.folder}" }
          - id: shrink
            for_each: ${find}
            as: picture
            steps:
              - id: small
                uses: images.convert
                with: { image: "${picture}", width: "${inputs.side}", height: "${inputs.side}", format: jpeg, quality: 80 }
          - id: failed
            uses: core.value
            with: { value: "${shrink.failed}" }
        """;

    public static int Run(string[] args)
    {
        CompareAsync("512-px pictures to 244 px", 512, 512, 244, EngineBench.Option(args, "--small", 1500)).GetAwaiter().GetResult();
        CompareAsync("12-MP pictures to 512 px", 4000, 3000, 512, EngineBench.Option(args, "--large", 120)).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task CompareAsync(string name, int width, int height, int side, int count)
    {
        using var folder = new TemporaryFolder();
        var pictures = Path.Join(folder.Path, "pictures");
        await NodeAsync("make.mjs", pictures, Text(count), Text(width), Text(height));
        await NodeAsync("make.mjs", pictures + "-warm", "8", Text(width), Text(height));
        var shares = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            var plain = double.Parse(await NodeAsync("plain.mjs", pictures, Path.Join(folder.Path, $"plain{round}"), Text(side)), CultureInfo.InvariantCulture);
            var ours = await AtelierAsync(pictures, side, count);
            shares.Add(ours / plain);
            Console.WriteLine($"images {name}: {ours:F1} pictures/s, plain script {plain:F1}: {ours / plain:P0}");
        }

        shares.Sort();
        Console.WriteLine($"images {name}: median {shares[1]:P0} (min {shares[0]:P0}, max {shares[^1]:P0})");
    }

    private static async Task<double> AtelierAsync(string pictures, int side, int count)
    {
        await using var pool = new MediaHostPool(new MediaHostOptions { HostFolder = Path.Join(Repository.Root(), "hosts", "node") }, TimeProvider.System);
        await using var home = new BenchHome(extra: ImageActions.All(pool));
        var (plan, row) = home.Compile(Thumbnails);
        await RunAsync(pictures + "-warm");
        var watch = Stopwatch.StartNew();
        await RunAsync(pictures);
        return count / watch.Elapsed.TotalSeconds;

        async Task RunAsync(string folder)
        {
            var inputs = JsonSerializer.SerializeToUtf8Bytes(new { folder, side });
            var ended = await home.Engine.WaitAsync(await home.Engine.StartRunAsync(plan, inputs, RunOptions.None, row, null));
            if (ended.Outcome != Outcome.Succeeded)
            {
                throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(ended.Errors ?? []));
            }
        }
    }

    private static async Task<string> NodeAsync(string script, params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Join(Repository.Root(), "bench", "images", script), .. arguments]) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{script} ended with {node.ExitCode}");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
