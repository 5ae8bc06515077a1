namespace Atelier.Api.Paging;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What the list is of.</typeparam>
public sealed record Page<T>
{
    /// <summary>What is on it.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Give it as <c>after</c> for the next page; null: this is the last one.</summary>
    public string? Next { get; init; }

    /// <summary>How many there are in all, where that is known without counting.</summary>
    public long? Total { get; init; }
}
