namespace Atelier.Api.Runs;

/// <summary>What was taken up.</summary>
public sealed record RetryResponse
{
    /// <summary>The drive it runs as.</summary>
    public required int Drive { get; init; }

    /// <summary>Items.</summary>
    public required long Items { get; init; }

    /// <summary>Steps outside items.</summary>
    public required int Steps { get; init; }
}
