namespace Atelier.Server.Home;

/// <summary>Bytes on disk.</summary>
internal static class DiskUse
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Files of a folder that fit a pattern, not those of folders in it.</summary>
    public static long OfFiles(string folder, string pattern) => Sum(new DirectoryInfo(folder).EnumerateFiles(pattern));

    /// <summary>Everything below a folder; 0 where there is none.</summary>
    public static long OfFolder(string folder) => Directory.Exists(folder) ? Sum(new DirectoryInfo(folder).EnumerateFiles("*", Everything)) : 0;

    private static long Sum(IEnumerable<FileInfo> files)
    {
        var bytes = 0L;
        foreach (var file in files)
        {
            try
            {
                bytes += file.Length;
            }
            catch (IOException)
            {
                // It was removed meanwhile.
            }
        }

        return bytes;
    }
}
