namespace Atelier.Api.Items;

/// <summary>Somebody accepted failed items as they are.</summary>
public sealed record AcceptanceResponse
{
    /// <summary>User.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }
}
