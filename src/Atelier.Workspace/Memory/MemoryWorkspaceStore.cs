using Atelier.Workspace.Acceptances;
using Atelier.Workspace.Audit;
using Atelier.Workspace.Hiding;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Memory;

/// <summary>Keeps nothing beyond the process.</summary>
public sealed class MemoryWorkspaceStore : IWorkspaceStore
{
    public MemoryWorkspaceStore()
    {
        var gate = new Lock();
        var sessions = new MemorySessions(gate);
        Sessions = sessions;
        var tokens = new MemoryTokens(gate);
        Tokens = tokens;
        Users = new MemoryUsers(gate, sessions, tokens);
        Audit = new MemoryAudit(gate);
        Schedules = new MemorySchedules(gate);
        Hidden = new MemoryHidden(gate);
        Accepted = new MemoryAcceptances(gate);
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
    }
}
