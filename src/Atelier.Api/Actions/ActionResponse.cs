using System.Text.Json;

namespace Atelier.Api.Actions;

/// <summary>An action.</summary>
public sealed record ActionResponse
{
    /// <summary><c>images.convert</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>images</c>.</summary>
    public required string Family { get; init; }

    /// <summary>Contract version.</summary>
    public required int Version { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary><c>pure sampled effect observe</c>.</summary>
    public required string Reuse { get; init; }

    /// <summary>Where it waits unless a step says otherwise.</summary>
    public required string Queue { get; init; }

    /// <summary>JSON Schema.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>JSON Schema.</summary>
    public required JsonElement Output { get; init; }
}
