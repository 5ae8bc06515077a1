using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Atelier.Hosting.Owners;

/// <summary>A process of its own that owns a home and ends when it has been idle for a while.</summary>
public static class DetachedOwner
{
    /// <summary>The hidden command that is such a process.</summary>
    public const string Command = "owner";

    /// <summary>Starts one; it outlives this process, and what is returned.</summary>
    public static Process Start(string home)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(Path.Join(AppContext.BaseDirectory, "atelier.dll"));
        }

        start.ArgumentList.Add(Command);
        start.ArgumentList.Add("--home");
        start.ArgumentList.Add(home);
        return Process.Start(start)!;
    }

    /// <summary>Takes this process out of the terminal's session, so that closing the terminal or Ctrl-C there does not reach it.</summary>
    public static void LeaveTerminal() => _ = SetSession();

    [DllImport("libc", EntryPoint = "setsid", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetSession();
}
