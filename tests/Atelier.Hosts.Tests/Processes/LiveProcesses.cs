namespace Atelier.Hosts.Tests.Processes;

/// <summary>Looks at the system's process table. Zombies count as dead: nothing of them runs.</summary>
internal static class LiveProcesses
{
    public static bool IsAlive(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Processes whose command line holds a text that only one test uses.</summary>
    public static IReadOnlyList<int> WithArgument(string text)
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var pid) && pid != Environment.ProcessId && CommandLine(folder).Contains(text, StringComparison.Ordinal) && IsAlive(pid))
            {
                found.Add(pid);
            }
        }

        return found;
    }

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Join(folder, "cmdline"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
