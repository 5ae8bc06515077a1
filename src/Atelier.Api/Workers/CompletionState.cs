namespace Atelier.Api.Workers;

/// <summary>Whether a completion counts.</summary>
public sealed record CompletionState
{
    /// <summary>Lease.</summary>
    public required string Lease { get; init; }

    /// <summary>False: the lease was lost; somebody else has the step.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Why not.</summary>
    public string? Code { get; init; }

    /// <summary>Why not, in words.</summary>
    public string? Message { get; init; }
}
