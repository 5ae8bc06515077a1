using System.Diagnostics;
using System.Globalization;
using Atelier.Models.Registry;

namespace Atelier.Models.Runtime;

/// <summary>What devices have for models.</summary>
internal static class DeviceLimits
{
    public const string Cpu = "cpu";

    /// <summary>Names of devices with a memory of their own, as ONNX Runtime writes them.</summary>
    public static readonly string[] Graphics = ["cuda", "webgpu", "dml", "rocm"];

    private const double ShareOfMemory = 0.6;
    private const double ShareOfGraphics = 0.9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of all devices: what the registry says, else 60 % of the main memory this process may use, 90 % of the largest graphics card's. A card that nobody can ask has no limit.</summary>
    public static Dictionary<string, long> Of(MemoryLimits limits)
    {
        var bytes = new Dictionary<string, long> { [Cpu] = limits.Memory ?? (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * ShareOfMemory) };
        if ((limits.GpuMemory ?? GraphicsTotal()) is { } graphics)
        {
            foreach (var device in Graphics)
            {
                bytes[device] = graphics;
            }
        }

        return bytes;
    }

    /// <summary>Bytes of a graphics card that processes take; 0 when nobody can say.</summary>
    public static long GraphicsBytes(IReadOnlyCollection<int> processes) => Ask("--query-compute-apps=pid,used_memory")
        .Where(row => row.Length == 2 && int.TryParse(row[0], CultureInfo.InvariantCulture, out var pid) && processes.Contains(pid))
        .Sum(static row => Mebibytes(row[1]));

    private static long? GraphicsTotal()
    {
        var cards = Ask("--query-gpu=memory.total").Select(static row => Mebibytes(row[0])).Where(static bytes => bytes > 0).ToArray();
        return cards.Length == 0 ? null : (long)(cards.Max() * ShareOfGraphics);
    }

    private static long Mebibytes(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count << 20 : 0;

    /// <summary>Rows of NVIDIA's own tool; none where it is not installed.</summary>
    private static IReadOnlyList<string[]> Ask(string query)
    {
        const string Program = "nvidia-smi";
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Select(static folder => Path.Join(folder, Program)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            return [];
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, [query, "--format=csv,noheader,nounits"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience) || !text.Wait(Patience))
            {
                process.Kill();
                return [];
            }

            return [.. text.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(',', StringSplitOptions.TrimEntries))];
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return [];
        }
    }
}
