namespace Atelier.Api.Models;

/// <summary>What is wrong with a model or its registry.</summary>
public sealed record ModelProblem
{
    /// <summary>Stable, <c>ATL####</c>.</summary>
    public required string Code { get; init; }

    /// <summary>One sentence.</summary>
    public required string Message { get; init; }
}
