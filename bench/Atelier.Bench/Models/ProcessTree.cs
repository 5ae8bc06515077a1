using System.Globalization;

namespace Atelier.Bench.Models;

/// <summary>A process and all it started, as <c>/proc</c> tells it.</summary>
internal static class ProcessTree
{
    /// <summary>Resident bytes of all, pages that are shared counted for each.</summary>
    public static long ResidentBytes(int root) => Ids(root).Sum(ResidentOf);

    /// <summary>
    /// Bytes in memory by part of the tree, pages that several share counted once in all (<c>Pss</c>): what the machine has less of while they run.
    /// </summary>
    public static IReadOnlyDictionary<string, long> Bytes(int root) => Ids(root).GroupBy(PartOf).ToDictionary(static part => part.Key, static part => part.Sum(ProportionalOf));

    /// <summary>Ids of those whose command line holds a text.</summary>
    public static IEnumerable<int> Running(int root, string text) => Ids(root).Where(id => (Read(id, "cmdline") ?? string.Empty).Contains(text, StringComparison.Ordinal));

    private static List<int> Ids(int root)
    {
        var parents = new List<(int Id, int Parent)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            // "pid (name) state ppid ...", and a name may hold anything.
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Read(id, "stat") is { } stat)
            {
                parents.Add((id, int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture)));
            }
        }

        var found = new List<int> { root };
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(parents.Where(process => process.Parent == found[at]).Select(static process => process.Id));
        }

        return found;
    }

    private static long ResidentOf(int id) =>
        Read(id, "statm")?.Split(' ') is [_, var pages, ..] ? long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize : 0;

    private static long ProportionalOf(int id) => Read(id, "smaps_rollup")?.Split('\n').FirstOrDefault(static line => line.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
        ? long.Parse(line["Pss:".Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024
        : 0;

    private static string PartOf(int id)
    {
        var command = Read(id, "cmdline") ?? string.Empty;
        return command.Contains("dist/models/main.js", StringComparison.Ordinal) ? "models" : command.Contains("dist/main.js", StringComparison.Ordinal) ? "media" : "engine";
    }

    private static string? Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
