using Atelier.Engine.Stores;

namespace Atelier.Storage.Tests.Contract;

/// <summary>One kind of store over one home.</summary>
public abstract class StoreUnderTest : IDisposable
{
    private IRunStore? _store;

    /// <summary>The open store.</summary>
    public IRunStore Store => _store ??= Open();

    /// <summary>Questions to the same home.</summary>
    public abstract IRunQueries OpenQueries();

    /// <summary>Ends the store as a crash would, and opens another over what was committed.</summary>
    public IRunStore Restart()
    {
        _store?.Dispose();
        return _store = Open();
    }

    /// <inheritdoc />
    public virtual void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract IRunStore Open();
}
