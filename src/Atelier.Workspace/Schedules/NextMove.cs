using Atelier.Engine.Runs;

namespace Atelier.Workspace.Schedules;

/// <summary>What a schedule's clock does next. Closed.</summary>
public abstract record NextMove
{
    private NextMove()
    {
    }

    /// <summary>Nothing is due.</summary>
    public sealed record Rest : NextMove;

    /// <summary>Starts a run for a due time.</summary>
    public sealed record Start(DateTimeOffset Due) : NextMove;

    /// <summary>Leaves a due time out, since an earlier run has not ended.</summary>
    public sealed record Skip(DateTimeOffset Due) : NextMove;

    /// <summary>Cancels earlier runs; the due time waits until they have ended.</summary>
    public sealed record Cancel(IReadOnlyList<RunId> Runs) : NextMove;

    /// <summary>Waits until an earlier run has ended.</summary>
    public sealed record Hold : NextMove;
}
