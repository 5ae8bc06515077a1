namespace Atelier.Models.Catalogue;

/// <summary>How a hub is spoken to.</summary>
public sealed record HubOptions
{
    /// <summary>The hub that is meant when none is named.</summary>
    public static readonly Uri PublicHub = new("https://huggingface.co");

    /// <summary>The address before <c>/api/models</c> and <c>/ID/resolve</c>.</summary>
    public Uri Endpoint { get; init; } = PublicHub;

    /// <summary>Sent as <c>Authorization: Bearer</c>; null: nothing is.</summary>
    public string? Token { get; init; }

    /// <summary>How often in a row a request may fail for a passing reason before the pull fails; every byte that comes starts the count anew.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Wait before the second attempt; doubled before each further one.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A connection that brings nothing for so long counts as broken.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);
}
