namespace Atelier.Api.Workers;

/// <summary>What calls of one model cost.</summary>
public sealed record WorkerUsage
{
    /// <summary>Model.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens read.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Money; null: no price is known.</summary>
    public decimal? Cost { get; init; }
}
