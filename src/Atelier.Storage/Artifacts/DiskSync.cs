using System.Runtime.InteropServices;

namespace Atelier.Storage.Artifacts;

/// <summary>Brings files and the folders that name them to the disk.</summary>
internal static class DiskSync
{
    /// <summary>All files first, side by side so that the file system can write them together, then their folders.</summary>
    public static void Files(IReadOnlyCollection<string> paths)
    {
        Parallel.ForEach(paths, new ParallelOptions { MaxDegreeOfParallelism = 8 }, static path =>
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        });
        foreach (var folder in paths.Select(static path => Path.GetDirectoryName(path)!).Distinct(StringComparer.Ordinal))
        {
            Folder(folder);
        }
    }

    /// <summary>A folder's entries; .NET opens no handles of folders, hence the C library.</summary>
    public static void Folder(string path)
    {
        var descriptor = Open(path, 0);
        if (descriptor < 0)
        {
            throw new IOException($"{path} cannot be opened (errno {Marshal.GetLastPInvokeError()})");
        }

        var result = Sync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result != 0)
        {
            throw new IOException($"{path} cannot be brought to the disk (errno {error})");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
