using Atelier.Workspace;
using Atelier.Workspace.Memory;

namespace Atelier.Storage.Tests.Workspace;

public sealed class MemoryWorkspaceUnderTest : WorkspaceUnderTest
{
    public override void Restart()
    {
    }

    protected override IWorkspaceStore Open() => new MemoryWorkspaceStore();
}
