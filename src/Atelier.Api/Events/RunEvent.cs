using Atelier.Api.Runs;

namespace Atelier.Api.Events;

/// <summary>What a run looks like now. One event stands for all changes since the last one.</summary>
public sealed record RunEvent
{
    /// <summary>Commit it shows; the event's id.</summary>
    public required long Seq { get; init; }

    /// <summary>Its state and counts.</summary>
    public required RunSummary Run { get; init; }

    /// <summary>Blocks outside items.</summary>
    public required IReadOnlyList<BlockResponse> Blocks { get; init; }

    /// <summary>Counters that changed since the last event; all of them in the first one.</summary>
    public required IReadOnlyList<StepCounts> Steps { get; init; }

    /// <summary>What it waits for.</summary>
    public required IReadOnlyList<WaitResponse> Waits { get; init; }

    /// <summary>Steps with running bodies outside blocks.</summary>
    public required IReadOnlyList<string> Running { get; init; }

    /// <summary><c>block:ordinal</c> of items that changed; empty where there were more than 200, see ManyItems.</summary>
    public required IReadOnlyList<string> ChangedItems { get; init; }

    /// <summary>More items changed than are named.</summary>
    public required bool ManyItems { get; init; }

    /// <summary>Lines of its log so far.</summary>
    public required long LogLines { get; init; }
}
