using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Items;

/// <summary>A step in a scope with all that is recorded of it.</summary>
public sealed record ScopeStep
{
    /// <summary>The step.</summary>
    public required StepPlan Plan { get; init; }

    /// <summary>Where.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Keys of inner items and rounds; null: the item's own step.</summary>
    public string? Key { get; init; }

    /// <summary>The newest outcome; null: it has not ended.</summary>
    public StepEnded? Ended { get; init; }

    /// <summary>What the outcome says besides its value.</summary>
    public OutcomeDetail? Detail { get; init; }

    /// <summary>All attempts that left a row, by drive and number.</summary>
    public IReadOnlyList<AttemptRecorded> Attempts { get; init; } = [];

    /// <summary>What it waits for; null: nothing.</summary>
    public WaitOpened? Wait { get; init; }

    /// <summary>For blocks: the newest instance.</summary>
    public BlockRecorded? Block { get; init; }

    /// <summary>For actions: what it was given, UTF-8 JSON; null: it cannot be known. Secrets stand as they are written.</summary>
    public byte[]? Input { get; init; }

    /// <summary>An outcome, or <c>running waiting retrying parked ready</c>; null: it was not reached.</summary>
    public string? State(bool scopeEnded) => Ended is { } ended ? ended.Outcome.ToText()
        : scopeEnded ? null
        : Wait is not null ? "waiting"
        : Block is { Closed: false } ? "running"
        : Attempts.Count == 0 ? "ready"
        : Attempts[^1].State switch
        {
            AttemptState.Parked => "parked",
            AttemptState.Failed => "retrying",
            AttemptState.Started => "running",
            _ => "ready",
        };
}
