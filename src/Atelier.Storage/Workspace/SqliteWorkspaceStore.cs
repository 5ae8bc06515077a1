using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;
using Atelier.Workspace;
using Atelier.Workspace.Acceptances;
using Atelier.Workspace.Audit;
using Atelier.Workspace.Hiding;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

/// <summary>What people keep around runs, in a SQLite database of its own (WAL, <c>synchronous=FULL</c>).</summary>
public sealed class SqliteWorkspaceStore : IWorkspaceStore
{
    private readonly WorkspaceWriter _writer;
    private readonly ReadPool<WorkspaceConnection> _reads;

    /// <summary>Opens the database, creates it when missing, and brings its schema up to date.</summary>
    /// <param name="path">The database file; its folder exists.</param>
    /// <exception cref="StoreException">ATL3002 not writable, ATL3003 damaged, ATL3004 newer version, ATL3005 disk full, ATL3006 busy, ATL3007 input/output.</exception>
    public SqliteWorkspaceStore(string path)
    {
        _writer = new WorkspaceWriter(path);
        _reads = new ReadPool<WorkspaceConnection>(path, static database => new WorkspaceConnection(database));
        Users = new SqliteUsers(_writer, _reads);
        Tokens = new SqliteTokens(_writer, _reads);
        Sessions = new SqliteSessions(_writer, _reads);
        Audit = new SqliteAudit(_writer, _reads);
        Schedules = new SqliteSchedules(_writer, _reads);
        Hidden = new SqliteHidden(_writer, _reads);
        Accepted = new SqliteAcceptances(_writer, _reads);
    }

    /// <inheritdoc />
    public IUserStore Users { get; }

    /// <inheritdoc />
    public ITokenStore Tokens { get; }

    /// <inheritdoc />
    public ISessionStore Sessions { get; }

    /// <inheritdoc />
    public IAuditStore Audit { get; }

    /// <inheritdoc />
    public IScheduleStore Schedules { get; }

    /// <inheritdoc />
    public IHiddenWorkflowStore Hidden { get; }

    /// <inheritdoc />
    public IAcceptanceStore Accepted { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _writer.Dispose();
        _reads.Dispose();
    }
}
