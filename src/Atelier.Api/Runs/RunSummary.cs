namespace Atelier.Api.Runs;

/// <summary>A run in a list.</summary>
public sealed record RunSummary
{
    /// <summary><c>r17</c>.</summary>
    public required string Run { get; init; }

    /// <summary>Its workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Digest of its definition.</summary>
    public required string Version { get; init; }

    /// <summary><c>running waiting paused cancelling</c>, or its outcome once it has ended.</summary>
    public required string State { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Last change; the end where it has ended.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>True: nothing happens any more.</summary>
    public required bool Ended { get; init; }

    /// <summary>Items of its outermost blocks.</summary>
    public required OutcomeCountsBody Counts { get; init; }

    /// <summary>Items that have not ended.</summary>
    public required long Open { get; init; }

    /// <summary>Items listed so far.</summary>
    public required long Known { get; init; }

    /// <summary>Rises with every change.</summary>
    public required long Seq { get; init; }

    /// <summary>Waiting: when it goes on by itself; null: it does not, or it does something.</summary>
    public DateTimeOffset? Wake { get; init; }
}
