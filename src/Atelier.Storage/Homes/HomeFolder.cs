using Atelier.Engine.Stores;
using Atelier.Storage.Artifacts;
using Atelier.Storage.Sqlite;
using Atelier.Storage.Workspace;
using Atelier.Workspace;

namespace Atelier.Storage.Homes;

/// <summary>A home in a folder, owned by this process until disposal.</summary>
public sealed class HomeFolder : IDisposable
{
    private readonly HomeLock _lock;
    private readonly Lazy<SqliteWorkspaceStore> _workspace;

    private HomeFolder(HomeLayout layout, HomeLock @lock, SqliteRunStore store, TimeProvider time)
    {
        Layout = layout;
        _lock = @lock;
        Store = store;
        Epoch = store.TakeOwnership();
        Artifacts = new FolderArtifactStore(layout.Artifacts, layout.Cache, store);
        Artifacts.RemoveIncoming();
        Secrets = new SecretStore(layout, time);
        _workspace = new Lazy<SqliteWorkspaceStore>(() => new SqliteWorkspaceStore(layout.Workspace));
    }

    /// <summary>Where things lie.</summary>
    public HomeLayout Layout { get; }

    /// <summary>The database.</summary>
    public SqliteRunStore Store { get; }

    /// <summary>Bytes.</summary>
    public FolderArtifactStore Artifacts { get; }

    /// <summary>Named secrets.</summary>
    public SecretStore Secrets { get; }

    /// <summary>What people keep around runs; opened, and made, when first asked.</summary>
    /// <exception cref="StoreException">It cannot be used, see <see cref="SqliteWorkspaceStore"/>.</exception>
    public IWorkspaceStore Workspace => _workspace.Value;

    /// <summary>The epoch of this ownership: what leases carry.</summary>
    public long Epoch { get; }

    /// <summary>Takes a home, creates it when missing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreException">ATL3001: another process owns it. ATL3002 to ATL3008: it cannot be used, see <see cref="SqliteRunStore"/>.</exception>
    public static HomeFolder Open(string path, TimeProvider time) =>
        TryOpen(path, time) ?? throw new StoreException("ATL3001", $"{path} is in use by another process{Owner(path)}; end that one, or send it the command", retry: true);

    /// <summary>As <see cref="Open"/>; null: another process owns it.</summary>
    public static HomeFolder? TryOpen(string path, TimeProvider time)
    {
        var layout = Create(path);
        if (HomeLock.TryTake(layout) is not { } held)
        {
            return null;
        }

        SqliteRunStore? store = null;
        try
        {
            store = new SqliteRunStore(layout.Database, time);
            return new HomeFolder(layout, held, store, time);
        }
        catch
        {
            store?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>Process id of the owner, as far as known; null: nobody owns the home, or nobody knows.</summary>
    public static int? FindOwner(string path)
    {
        var layout = new HomeLayout(Path.GetFullPath(path));
        if (!File.Exists(layout.Lock))
        {
            return null;
        }

        using var free = HomeLock.TryProbe(layout);
        return free is null ? HomeLock.OwnerOf(layout) : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_workspace.IsValueCreated)
        {
            _workspace.Value.Dispose();
        }

        Secrets.Dispose();
        Store.Dispose();
        _lock.Dispose();
    }

    private static string Owner(string path) => HomeLock.OwnerOf(new HomeLayout(Path.GetFullPath(path))) is { } id ? $" (process {id})" : string.Empty;

    private static HomeLayout Create(string path)
    {
        var layout = new HomeLayout(Path.GetFullPath(path));
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(layout.Folder);
            }
            else
            {
                // Inputs, outputs and logs are their user's own.
                Directory.CreateDirectory(layout.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            Directory.CreateDirectory(layout.Artifacts);
            Directory.CreateDirectory(layout.Cache);
            return layout;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw HomeLock.NotWritable(layout, exception);
        }
    }
}
