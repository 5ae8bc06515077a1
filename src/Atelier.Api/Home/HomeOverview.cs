using Atelier.Api.Runs;

namespace Atelier.Api.Home;

/// <summary>What runs, what needs somebody, what failed, and how fast things go.</summary>
public sealed record HomeOverview
{
    /// <summary>Runs that have something to do.</summary>
    public required int Running { get; init; }

    /// <summary>Runs that wait for a person, a signal or a time.</summary>
    public required int Waiting { get; init; }

    /// <summary>Runs that somebody paused.</summary>
    public required int Paused { get; init; }

    /// <summary>Questions that wait for a person.</summary>
    public required int Approvals { get; init; }

    /// <summary>Steps that wait for something outside: a host that is down, a budget, a decision.</summary>
    public required int Parked { get; init; }

    /// <summary>Runs that failed within 24 hours.</summary>
    public required int FailedLastDay { get; init; }

    /// <summary>Items in quarantine of runs that ended within 7 days, without those that were accepted.</summary>
    public required long Quarantined { get; init; }

    /// <summary>The newest runs, unfinished ones first; at most 20.</summary>
    public required IReadOnlyList<RunSummary> Recent { get; init; }

    /// <summary>What needs somebody, most urgent first; at most 20.</summary>
    public required IReadOnlyList<AttentionItem> Attention { get; init; }

    /// <summary>The last 24 hours, oldest first.</summary>
    public required IReadOnlyList<ThroughputHour> Throughput { get; init; }

    /// <summary>Why nothing can be written at present (a full disk); null: all is well.</summary>
    public string? Stalled { get; init; }

    /// <summary>Rises with every change.</summary>
    public required long Seq { get; init; }
}
