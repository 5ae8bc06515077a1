using System.Text.Json;

namespace Atelier.Api.Runs;

/// <summary>What a run used and cost.</summary>
public sealed record UsageResponse
{
    /// <summary>Money in all, as the models' prices say.</summary>
    public required decimal Cost { get; init; }

    /// <summary>In all.</summary>
    public required long InputTokens { get; init; }

    /// <summary>In all.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Time of bodies in all.</summary>
    public required double BodySeconds { get; init; }

    /// <summary>Budget of the run; null: none.</summary>
    public JsonElement? Limits { get; init; }

    /// <summary>By step and model.</summary>
    public required IReadOnlyList<UsageRow> Rows { get; init; }
}
