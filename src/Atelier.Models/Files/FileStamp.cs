using System.Runtime.InteropServices;

namespace Atelier.Models.Files;

/// <summary>What tells that a file is as it was: a file of the same stamp is not read again.</summary>
internal readonly record struct FileStamp(long Size, long Modified, long Changed, long Inode)
{
    /// <summary>The stamp of a file that exists.</summary>
    public static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        var (changed, inode) = OperatingSystem.IsLinux() ? LinuxStamp(path) : (0, 0);
        return new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks, changed, inode);
    }

    /// <summary>statx(2): ctime and inode, which .NET does not tell; zeros where the call is not there.</summary>
    private static (long Changed, long Inode) LinuxStamp(string path)
    {
        const int AtCurrentFolder = -100;
        const uint BasicStats = 0x7ff;
        var buffer = new byte[256];
        try
        {
            if (Statx(AtCurrentFolder, path, 0, BasicStats, buffer) != 0)
            {
                return (0, 0);
            }
        }
        catch (EntryPointNotFoundException)
        {
            return (0, 0);
        }

        // struct statx: stx_ino at 32; stx_ctime (int64 seconds, uint32 nanoseconds) at 96.
        return ((BitConverter.ToInt64(buffer, 96) * 1_000_000_000) + BitConverter.ToUInt32(buffer, 104), BitConverter.ToInt64(buffer, 32));
    }

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] buffer);
}
