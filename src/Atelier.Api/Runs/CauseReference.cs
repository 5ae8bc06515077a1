namespace Atelier.Api.Runs;

/// <summary>A group of failed items.</summary>
public sealed record CauseReference
{
    /// <summary>Number of the block.</summary>
    public required int Block { get; init; }

    /// <summary>Code of the failure.</summary>
    public required string Code { get; init; }

    /// <summary>Its message with names and numbers left out.</summary>
    public required string Shape { get; init; }
}
