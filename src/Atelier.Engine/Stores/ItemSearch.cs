using System.Text;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>Which items of a block a person looks for. What is null or empty admits all.</summary>
public sealed record ItemSearch
{
    /// <summary>From this ordinal on, upwards or with <see cref="Descending"/> downwards; null: from the first, or the last.</summary>
    public long? From { get; init; }

    /// <summary>Highest ordinal first.</summary>
    public bool Descending { get; init; }

    /// <summary>Only with one of these outcomes; <see cref="Outcome.None"/>: those that have not ended.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Only items in which this step, or one inside it, failed: its path.</summary>
    public string? FailedStep { get; init; }

    /// <summary>Only with this text in their key or value, in whatever case.</summary>
    public string? Text { get; init; }

    /// <summary>At most so many. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Items that are looked at before a page is given as it is, so that no search takes long. Default: 20,000.</summary>
    public int Scan { get; init; } = 20_000;

    /// <summary>True when every item is asked for.</summary>
    public bool IsAll => Outcomes.Count == 0 && FailedStep is null && Text is null;

    /// <summary>True for an item that is asked for; its place aside.</summary>
    public bool Admits(in BlockItem item) =>
        (Outcomes.Count == 0 || Outcomes.Contains(item.Outcome))
        && (FailedStep is null || HasFailed(item, FailedStep))
        && (Text is null || item.Key.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || (item.Output is { } value && Encoding.UTF8.GetString(value).Contains(Text, StringComparison.OrdinalIgnoreCase)));

    private static bool HasFailed(in BlockItem item, string step) =>
        item.Outcome == Outcome.Failed && (OutcomeDetail.FromJson(item.Detail)?.Failures ?? []).Exists(failure => failure.Step == step || failure.Step.StartsWith(step + "/", StringComparison.Ordinal));
}

/// <summary>Items that were found.</summary>
/// <param name="Items">At most as many as asked for; may be none although there are more.</param>
/// <param name="Next">Where the next page begins (<see cref="ItemSearch.From"/>); null: the end.</param>
public sealed record FoundItems(IReadOnlyList<BlockItem> Items, long? Next);

/// <summary>An item as far as orders and counts need it.</summary>
/// <param name="Ordinal">0-based position.</param>
/// <param name="Outcome">None: not ended.</param>
/// <param name="At">Unix milliseconds of the end; 0: not ended.</param>
public readonly record struct ItemEnd(long Ordinal, Outcome Outcome, long At);
