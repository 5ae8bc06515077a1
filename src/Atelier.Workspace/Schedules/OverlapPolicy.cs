namespace Atelier.Workspace.Schedules;

/// <summary>What happens when a run is due while an earlier one of the same schedule has not ended.</summary>
public enum OverlapPolicy
{
    /// <summary>The new one is left out.</summary>
    Skip,

    /// <summary>The new one waits for its turn.</summary>
    Queue,

    /// <summary>The earlier one is cancelled; the new one starts when it has ended.</summary>
    CancelPrevious,

    /// <summary>Both run.</summary>
    Allow,
}
