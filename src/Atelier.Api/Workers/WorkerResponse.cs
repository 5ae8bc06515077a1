namespace Atelier.Api.Workers;

/// <summary>A worker that was heard of.</summary>
public sealed record WorkerResponse
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Queues it serves.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>Steps at once.</summary>
    public required int Slots { get; init; }

    /// <summary>Steps it is at.</summary>
    public required int Busy { get; init; }

    /// <summary>When it was last heard of.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>When it was first heard of.</summary>
    public required DateTimeOffset Connected { get; init; }

    /// <summary>Whose token it uses.</summary>
    public required string User { get; init; }

    /// <summary>From where.</summary>
    public string? Address { get; init; }
}
