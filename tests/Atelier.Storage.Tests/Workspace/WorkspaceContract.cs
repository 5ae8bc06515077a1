using Atelier.Api.Security;
using Atelier.Workspace;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Tests.Workspace;

/// <summary>What the suites share: a store and short ways to write.</summary>
public abstract class WorkspaceContract(WorkspaceUnderTest underTest) : IDisposable
{
    protected static DateTimeOffset Noon { get; } = new(2026, 11, 21, 12, 0, 0, 123, TimeSpan.Zero);

    protected IWorkspaceStore Store => underTest.Store;

    public void Dispose()
    {
        underTest.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Restart() => underTest.Restart();

    protected async Task<User> AddAsync(string name, Role role = Role.Viewer) =>
        (await Store.Users.AddAsync(new NewUser(name, $"The {name}", role, Noon), PasswordHash.Nobody))!;
}
