using System.Runtime.InteropServices;

namespace Atelier.Cli.Serving;

/// <summary>The server's program, which lies beside this one.</summary>
internal static class ServerProgram
{
    private const string Name = "atelier-server";

    /// <summary>
    /// Replaces this process by the server: who started it, its terminal, its signals and its exit status stay the same, and nothing of the command line stays in memory.
    /// Returns only when that was not possible.
    /// </summary>
    public static int Become(IReadOnlyList<string> args)
    {
        var program = Path.Join(AppContext.BaseDirectory, Name);
        if (!File.Exists(program))
        {
            Console.Error.WriteLine($"{CliCodes.FileTrouble}: the server is not beside this program ({program}); build it with `./atelier`");
            return ExitCodes.Failed;
        }

        _ = Replace(program, [program, .. args, null]);
        Console.Error.WriteLine($"{CliCodes.FileTrouble}: {program} could not be started: {Marshal.GetLastPInvokeErrorMessage()}");
        return ExitCodes.Failed;
    }

    [DllImport("libc", EntryPoint = "execv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Replace([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPStr)] string?[] arguments);
}
