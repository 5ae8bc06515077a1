namespace Atelier.Api.Runs;

/// <summary>What a step used of a model.</summary>
public sealed record UsageRow
{
    /// <summary>Path.</summary>
    public required string Step { get; init; }

    /// <summary>Null: no model; time only.</summary>
    public string? Model { get; init; }

    /// <summary>Calls.</summary>
    public required long Calls { get; init; }

    /// <summary>Tokens.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>Money.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Time of bodies.</summary>
    public required double BodySeconds { get; init; }
}
