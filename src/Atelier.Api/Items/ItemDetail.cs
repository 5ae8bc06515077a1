using System.Text.Json;

namespace Atelier.Api.Items;

/// <summary>One item.</summary>
public sealed record ItemDetail
{
    /// <summary>The same as in lists.</summary>
    public required ItemRow Item { get; init; }

    /// <summary>The row of the source.</summary>
    public JsonElement? Source { get; init; }

    /// <summary>What became of its steps, in order.</summary>
    public required IReadOnlyList<ItemStep> Steps { get; init; }

    /// <summary>Ordinal of the item before it; null: it is the first.</summary>
    public long? Previous { get; init; }

    /// <summary>Ordinal of the next item; null: it is the last.</summary>
    public long? Following { get; init; }
}
