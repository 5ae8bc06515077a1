using System.Globalization;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Homes;

/// <summary>
/// One process owns a home: it holds the lock file open, which the system lets go of when the process ends in whatever way. The file's
/// presence means nothing.
/// </summary>
internal sealed class HomeLock : IDisposable
{
    private readonly FileStream _file;

    private HomeLock(FileStream file) => _file = file;

    /// <summary>Takes the lock; null: another process has it.</summary>
    /// <exception cref="StoreException">ATL3002: the folder cannot be written.</exception>
    public static HomeLock? TryTake(HomeLayout layout)
    {
        try
        {
            var file = new FileStream(layout.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(layout.Owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new HomeLock(file);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(layout, exception);
        }
        catch (IOException exception) when (exception.Message.Contains("Read-only", StringComparison.OrdinalIgnoreCase))
        {
            throw NotWritable(layout, exception);
        }
        catch (IOException) when (File.Exists(layout.Lock))
        {
            return null;
        }
    }

    /// <summary>Something to dispose of when nobody holds the lock; null: somebody does. Takes nothing for longer than the call.</summary>
    public static IDisposable? TryProbe(HomeLayout layout)
    {
        try
        {
            return new FileStream(layout.Lock, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Process id of the owner as far as known; null: not written yet.</summary>
    public static int? OwnerOf(HomeLayout layout) =>
        File.Exists(layout.Owner) && int.TryParse(File.ReadAllText(layout.Owner), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    internal static StoreException NotWritable(HomeLayout layout, Exception exception) =>
        new("ATL3002", $"{layout.Folder} cannot be written ({exception.Message}); give this user write access to it, or choose another home", retry: false, exception);
}
