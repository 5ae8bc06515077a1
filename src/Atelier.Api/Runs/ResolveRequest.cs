using System.Text.Json;

namespace Atelier.Api.Runs;

/// <summary>Says what became of a parked step.</summary>
public sealed record ResolveRequest
{
    /// <summary>Id or path.</summary>
    public required string Step { get; init; }

    /// <summary>Item; null: outside items.</summary>
    public string? Key { get; init; }

    /// <summary><c>done again fail</c>.</summary>
    public required string Resolution { get; init; }

    /// <summary>For done: the value.</summary>
    public JsonElement? Output { get; init; }
}
