using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>Which runs a person looks for. What is null or empty admits all.</summary>
public sealed record RunSearch
{
    /// <summary>Only older runs than this one; null: from the newest.</summary>
    public RunId? Before { get; init; }

    /// <summary>Only of this workflow.</summary>
    public string? WorkflowName { get; init; }

    /// <summary>Only of this version.</summary>
    public string? WorkflowDigest { get; init; }

    /// <summary>Only in one of these states.</summary>
    public IReadOnlyList<RunStanding> States { get; init; } = [];

    /// <summary>Only started at this time or later, Unix milliseconds.</summary>
    public long? Since { get; init; }

    /// <summary>Only started before this time, Unix milliseconds.</summary>
    public long? Until { get; init; }

    /// <summary>Only with this text in their id: <c>r17</c> or <c>7</c>.</summary>
    public string? IdText { get; init; }

    /// <summary>At most so many. Default: 50.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Runs that are looked at before a page is given as it is, so that no search takes long. Default: 20,000.</summary>
    public int Scan { get; init; } = 20_000;

    /// <summary>True for a run that is asked for; <see cref="Before"/> aside.</summary>
    public bool Admits(RunRow row) =>
        (WorkflowName is null || row.WorkflowName == WorkflowName)
        && (WorkflowDigest is null || row.WorkflowDigest == WorkflowDigest)
        && (States.Count == 0 || States.Any(state => state.Admits(row)))
        && !(row.Started < Since)
        && !(row.Started >= Until)
        && (IdText is null || row.Run.ToString().Contains(IdText, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Where runs stand, as a search names it.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Outcome">For ended ones; null: any.</param>
/// <param name="Waiting">For running ones: true: they wait for a person, a message or a time; false: something happens. Null: any.</param>
public sealed record RunStanding(RunPhase Phase, Outcome? Outcome = null, bool? Waiting = null)
{
    /// <summary>True for a run that stands so.</summary>
    public bool Admits(RunRow row) =>
        row.Phase == Phase && (Outcome is not { } outcome || row.Outcome == outcome) && (Waiting is not { } waiting || waiting == row.Resting);
}

/// <summary>Runs that were found, newest first.</summary>
/// <param name="Runs">At most as many as asked for; may be none although there are more.</param>
/// <param name="Next">Where the next page begins (<see cref="RunSearch.Before"/>); null: the end.</param>
public sealed record RunPage(IReadOnlyList<RunRow> Runs, RunId? Next);
