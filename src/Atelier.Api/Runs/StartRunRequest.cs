using System.Text.Json;

namespace Atelier.Api.Runs;

/// <summary>Starts a run. Send <c>Idempotency-Key</c>: the same key never starts two.</summary>
public sealed record StartRunRequest
{
    /// <summary>Its name.</summary>
    public required string Workflow { get; init; }

    /// <summary>Digest; null: the newest.</summary>
    public string? Version { get; init; }

    /// <summary>Object; null: all by default.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>How it differs from what the workflow says.</summary>
    public RunOptionsBody? Options { get; init; }

    /// <summary>Inputs as people type them, read by the type of the input: <c>3</c>, <c>a,b</c> or JSON. They win over <see cref="Inputs"/>; null: none.</summary>
    public IReadOnlyDictionary<string, string>? Texts { get; init; }
}
