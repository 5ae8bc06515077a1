using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Workspace;

/// <summary>Opens <c>workspace.db</c>, which nobody but its user may read: hashes of passwords lie in it, and who did what.</summary>
internal static class WorkspaceFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="StoreException">ATL3002 to ATL3008.</exception>
    public static Database Open(string path)
    {
        MakePrivate(path);
        return DatabaseFile.Open(path, WorkspaceSchema.PageSize, WorkspaceSchema.Steps);
    }

    // SQLite gives the files beside it (log, index of the log) the mode of the database itself.
    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            // One that is there is not opened: closing it would take away the locks that other connections of this process hold.
            if (!File.Exists(path))
            {
                new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }).Dispose();
            }
            else if (File.GetUnixFileMode(path) != OwnerOnly)
            {
                File.SetUnixFileMode(path, OwnerOnly);
            }
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw new StoreException("ATL3002", $"{path} cannot be written ({exception.Message}); give this user write access to the folder, or choose another home", retry: false, exception);
        }
    }
}
