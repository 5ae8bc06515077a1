namespace Atelier.Api.Workers;

/// <summary>Says what became of steps.</summary>
public sealed record CompleteRequest
{
    /// <summary>Name of the worker.</summary>
    public required string Worker { get; init; }

    /// <summary>At most 256.</summary>
    public required IReadOnlyList<CompletedStep> Steps { get; init; }
}
