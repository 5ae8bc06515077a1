using Atelier.Engine.Artifacts;
using Atelier.Engine.Stores;
using Atelier.Storage.Artifacts;
using Atelier.Storage.Homes;
using Atelier.Storage.Sqlite;

namespace Atelier.Hosting.Homes;

/// <summary>Reads a home without owning it, whoever does.</summary>
public sealed class HomeReader : IDisposable
{
    private readonly HomeLayout _layout;
    private IRunQueries? _queries;

    private HomeReader(HomeLayout layout, TimeProvider time)
    {
        _layout = layout;
        Secrets = new SecretStore(layout, time);
        Store = new SqliteRunStore(layout.Database, time);
    }

    /// <summary>Runs. For reading only.</summary>
    public SqliteRunStore Store { get; }

    /// <summary>Named secrets. For reading only.</summary>
    public SecretStore Secrets { get; }

    /// <summary>What people ask.</summary>
    public IRunQueries Queries => _queries ??= new SqliteRunQueries(_layout.Database);

    /// <summary>Bytes. For reading only.</summary>
    public IArtifactStore Artifacts => field ??= new FolderArtifactStore(_layout.Artifacts, _layout.Cache, Store);

    /// <summary>Null: there is no home there yet.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static HomeReader? TryOpen(string path, TimeProvider time)
    {
        var layout = new HomeLayout(Path.GetFullPath(path));
        return File.Exists(layout.Database) ? new HomeReader(layout, time) : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Secrets.Dispose();
        _queries?.Dispose();
        Store.Dispose();
    }
}
