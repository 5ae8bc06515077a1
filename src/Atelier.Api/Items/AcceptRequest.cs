using Atelier.Api.Runs;

namespace Atelier.Api.Items;

/// <summary>Accepts failed items as they are: they need nobody any more.</summary>
public sealed record AcceptRequest
{
    /// <summary>Which group.</summary>
    public required CauseReference Cause { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }
}
