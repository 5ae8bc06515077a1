using Atelier.Workspace.Acceptances;
using Atelier.Workspace.Audit;
using Atelier.Workspace.Hiding;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Workspace;

/// <summary>
/// What people keep around runs. Reads answer at once and see every change whose task has ended. A change is durable when its task ends; changes asked for
/// at the same time share a commit. Times are kept to the millisecond.
/// </summary>
public interface IWorkspaceStore : IDisposable
{
    IUserStore Users { get; }

    ITokenStore Tokens { get; }

    ISessionStore Sessions { get; }

    IAuditStore Audit { get; }

    IScheduleStore Schedules { get; }

    IHiddenWorkflowStore Hidden { get; }

    IAcceptanceStore Accepted { get; }
}
