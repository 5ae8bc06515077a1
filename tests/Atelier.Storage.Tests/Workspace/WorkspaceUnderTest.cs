using Atelier.Workspace;

namespace Atelier.Storage.Tests.Workspace;

/// <summary>One kind of workspace store.</summary>
public abstract class WorkspaceUnderTest : IDisposable
{
    private IWorkspaceStore? _store;

    public IWorkspaceStore Store => _store ??= Open();

    /// <summary>Ends the store and opens another over what was written; the one in memory stays as it is.</summary>
    public abstract void Restart();

    public virtual void Dispose()
    {
        _store?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract IWorkspaceStore Open();

    protected void Close()
    {
        _store?.Dispose();
        _store = null;
    }
}
