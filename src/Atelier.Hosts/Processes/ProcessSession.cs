using System.Runtime.InteropServices;
using System.Text;

namespace Atelier.Hosts.Processes;

/// <summary>Ends all processes of a child: its process group, its session, and what carries its tag.</summary>
internal static class ProcessSession
{
    private const int SigTerm = 15;
    private const int SigKill = 9;

    /// <summary>EPERM: the process exists and is another user's.</summary>
    private const int NotPermitted = 1;

    /// <summary>Rounds of looking for processes that were being made while others were killed.</summary>
    private const int Rounds = 50;

    /// <summary>Whether there is a process of this id.</summary>
    public static bool Exists(int pid) => NativeKill(pid, 0) == 0 || Marshal.GetLastPInvokeError() == NotPermitted;

    /// <summary>Asks the process group to end.</summary>
    public static void Terminate(int group) => _ = NativeKill(-group, SigTerm);

    /// <summary>Kills until nothing of the child is found. The group goes first: the kernel lets no member fork past that.</summary>
    public static void Kill(int group, string tag)
    {
        _ = NativeKill(-group, SigKill);
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var mark = Encoding.UTF8.GetBytes($"{ChildLauncher.TagVariable}={tag}");
        for (var round = 0; round < Rounds; round++)
        {
            var found = false;
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder.AsSpan()), out var pid) && Belongs(folder, group, mark))
                {
                    found |= NativeKill(pid, SigKill) == 0;
                }
            }

            if (!found)
            {
                return;
            }
        }
    }

    private static bool Belongs(string folder, int session, byte[] mark)
    {
        try
        {
            // "1234 (name with ) and spaces) S parent group session ...": the fields start after the last parenthesis.
            var stat = File.ReadAllText(Path.Join(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 5);
            if (fields[0] is "Z" or "X")
            {
                return false;
            }

            return int.Parse(fields[3]) == session || File.ReadAllBytes(Path.Join(folder, "environ")).AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or it is another user's.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}
