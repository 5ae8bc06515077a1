namespace Atelier.Api.Workers;

/// <summary>Where a lease stands.</summary>
public sealed record LeaseState
{
    /// <summary>Lease.</summary>
    public required string Lease { get; init; }

    /// <summary><c>held</c>: go on. <c>cancelled</c>: stop, and complete it as cancelled. <c>lost</c>: stop; what it would complete is refused.</summary>
    public required string State { get; init; }

    /// <summary>When it ends without another beat.</summary>
    public DateTimeOffset? Expires { get; init; }
}
