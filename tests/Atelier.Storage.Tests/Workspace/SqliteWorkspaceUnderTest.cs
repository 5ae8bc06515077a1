using Atelier.Storage.Workspace;
using Atelier.Workspace;

namespace Atelier.Storage.Tests.Workspace;

public sealed class SqliteWorkspaceUnderTest : WorkspaceUnderTest
{
    private readonly TemporaryFolder _folder = new();

    public string File => _folder.File("workspace.db");

    public override void Restart() => Close();

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    protected override IWorkspaceStore Open() => new SqliteWorkspaceStore(File);
}
