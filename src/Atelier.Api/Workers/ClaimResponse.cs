namespace Atelier.Api.Workers;

/// <summary>Steps to run.</summary>
public sealed record ClaimResponse
{
    /// <summary>None: nothing was ready in time.</summary>
    public required IReadOnlyList<ClaimedStep> Steps { get; init; }
}
