using System.Text.Json;

namespace Atelier.Api.Runs;

/// <summary>A message to a waiting step.</summary>
public sealed record SignalRequest
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Key of the item.</summary>
    public string? Key { get; init; }

    /// <summary>De-duplicates; null: the request's <c>Idempotency-Key</c>, else a new one.</summary>
    public string? Id { get; init; }

    /// <summary>What it says.</summary>
    public JsonElement? Payload { get; init; }
}
