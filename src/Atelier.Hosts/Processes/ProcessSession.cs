using System.Buffers.Text;
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

    /// <summary>This moment as the process table counts: hundredths of a second since the machine started; 0 where there is no such table.</summary>
    public static long Now()
    {
        Span<byte> text = stackalloc byte[64];
        // "12345.67 54321.00"
        var read = Read("/proc/uptime", text);
        return Utf8Parser.TryParse(text[..read], out double seconds, out _) ? (long)(seconds * 100) : 0;
    }

    /// <summary>Kills until nothing of the child is found. The group goes first: the kernel lets no member fork past that.</summary>
    /// <param name="group">The child's process id, which is its group's and session's too.</param>
    /// <param name="tag">The text its environment carries.</param>
    /// <param name="since">A moment (<see cref="Now"/>) before its start: what is older is none of its own and is passed by quickly.</param>
    public static void Kill(int group, string tag, long since)
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
                if (int.TryParse(Path.GetFileName(folder.AsSpan()), out var pid) && Belongs(folder, group, mark, since))
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

    /// <summary>The session of the process whose <c>/proc</c> folder this is; 0 when it is gone.</summary>
    internal static long SessionOf(string folder)
    {
        const int Session = 3;
        Span<byte> stat = stackalloc byte[512];
        stat = stat[..Read(folder + "/stat", stat)];
        var rest = stat[(stat.LastIndexOf((byte)')') + 1)..];
        return rest.Length < 3 ? 0 : Field(rest, Session);
    }

    private static bool Belongs(string folder, int session, byte[] mark, long since)
    {
        const int Session = 3;
        const int Started = 19;
        Span<byte> stat = stackalloc byte[512];
        stat = stat[..Read(folder + "/stat", stat)];

        // "1234 (name with ) and spaces) S parent group session ...": the fields start after the last parenthesis.
        var rest = stat[(stat.LastIndexOf((byte)')') + 1)..];
        if (rest.Length < 3 || rest[1] is (byte)'Z' or (byte)'X' || Field(rest, Started) < since)
        {
            return false;
        }

        return Field(rest, Session) == session || ReadAll(folder + "/environ").AsSpan().IndexOf(mark) >= 0;
    }

    /// <summary>The n-th number of " S 1 2 3": the state is the 0th.</summary>
    private static long Field(ReadOnlySpan<byte> fields, int n)
    {
        for (; n >= 0; n--)
        {
            fields = fields[(fields.IndexOf((byte)' ') + 1)..];
        }

        return Utf8Parser.TryParse(fields, out long number, out _) ? number : 0;
    }

    internal static int Read(string path, Span<byte> target)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return RandomAccess.Read(file, target, 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or there is no process table.
            return 0;
        }
    }

    private static byte[] ReadAll(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or it is another user's.
            return [];
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}
