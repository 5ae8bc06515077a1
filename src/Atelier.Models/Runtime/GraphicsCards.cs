using System.Diagnostics;
using System.Globalization;

namespace Atelier.Models.Runtime;

/// <summary>What NVIDIA's own tool tells of graphics cards; nothing where it is not installed.</summary>
internal static class GraphicsCards
{
    private const string Program = "nvidia-smi";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of the largest card; null: there is none, or nobody can say.</summary>
    public static long? Largest() => LargestOf(Ask("--query-gpu=memory.total"));

    /// <summary>Bytes of cards that processes take; 0 when nobody can say.</summary>
    public static long BytesOf(IReadOnlyCollection<int> processes) => BytesOf(Ask("--query-compute-apps=pid,used_memory"), processes);

    /// <summary>Of the tool's answer: <c>24576</c>, a line a card, in MiB.</summary>
    internal static long? LargestOf(string answer) => Rows(answer).Select(static row => Mebibytes(row[0])).Where(static bytes => bytes > 0).Cast<long?>().DefaultIfEmpty().Max();

    /// <summary>Of the tool's answer: <c>4711, 512</c>, a line a process and card.</summary>
    internal static long BytesOf(string answer, IReadOnlyCollection<int> processes) => Rows(answer)
        .Where(row => row.Length == 2 && int.TryParse(row[0], CultureInfo.InvariantCulture, out var pid) && processes.Contains(pid))
        .Sum(static row => Mebibytes(row[1]));

    // `[N/A]` and `[Insufficient Permissions]` stand where a driver does not tell.
    private static long Mebibytes(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var count) ? count << 20 : 0;

    private static IEnumerable<string[]> Rows(string answer) => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(',', StringSplitOptions.TrimEntries));

    private static string Ask(string query)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Select(static folder => Path.Join(folder, Program)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            return string.Empty;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, [query, "--format=csv,noheader,nounits"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var text = process.StandardOutput.ReadToEndAsync();
            if (process.WaitForExit(Patience) && text.Wait(Patience))
            {
                return text.Result;
            }

            process.Kill();
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            // It is there and cannot be run: as if it were not.
        }

        return string.Empty;
    }
}
