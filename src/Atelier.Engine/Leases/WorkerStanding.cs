namespace Atelier.Engine.Leases;

/// <summary>A remote worker that was heard of lately.</summary>
public sealed record WorkerStanding
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whose rights it has.</summary>
    public required string User { get; init; }

    /// <summary>From where it calls.</summary>
    public string? Address { get; init; }

    /// <summary>Queues it serves.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>Bodies it runs at once.</summary>
    public required int Slots { get; init; }

    /// <summary>Bodies it holds leases for.</summary>
    public required int Busy { get; init; }

    /// <summary>When it was first heard of.</summary>
    public required DateTimeOffset Connected { get; init; }

    /// <summary>When it was last heard of.</summary>
    public required DateTimeOffset Seen { get; init; }
}
