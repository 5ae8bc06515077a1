using Atelier.Engine.Runs;

namespace Atelier.Hosting.Items;

/// <summary>A page of items that somebody asks for.</summary>
public sealed record ItemQuery
{
    /// <summary>Only with one of these outcomes; <see cref="Outcome.None"/>: open ones. Empty: all.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Only items in which this step, or one inside it, failed: its path. Null: all.</summary>
    public string? FailedStep { get; init; }

    /// <summary>Only with this text in their key or value, in whatever case. Null: all.</summary>
    public string? Text { get; init; }

    /// <summary>In this order.</summary>
    public ItemSort Sort { get; init; }

    /// <summary>The other way round.</summary>
    public bool Descending { get; init; }

    /// <summary>For lists by position: from this ordinal on. Null: from the start.</summary>
    public long? From { get; init; }

    /// <summary>The <see cref="ItemList.Next"/> of the page before; null: the first page.</summary>
    public string? After { get; init; }

    /// <summary>At most so many. Default: 100.</summary>
    public int Limit { get; init; } = 100;
}
