using System.Text.Json;

namespace Atelier.Api.Items;

/// <summary>The reuse decision.</summary>
public sealed record WhyResponse
{
    /// <summary>A recorded result was taken.</summary>
    public required bool Reused { get; init; }

    /// <summary><c>pure sampled effect observe</c>.</summary>
    public required string Class { get; init; }

    /// <summary><c>results</c> or <c>ledger</c>.</summary>
    public string? Table { get; init; }

    /// <summary>One sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>First part of the fingerprint that differs.</summary>
    public string? Differs { get; init; }

    /// <summary>The value of that part then.</summary>
    public JsonElement? Old { get; init; }

    /// <summary>Its value now.</summary>
    public JsonElement? New { get; init; }
}
