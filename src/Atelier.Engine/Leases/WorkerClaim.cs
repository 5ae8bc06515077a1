namespace Atelier.Engine.Leases;

/// <summary>What a remote worker asks for.</summary>
public sealed record WorkerClaim
{
    /// <summary>Its name, unique among the workers of a user.</summary>
    public required string Worker { get; init; }

    /// <summary>Whose rights it has; leases of one user's worker are nothing to another's.</summary>
    public required string User { get; init; }

    /// <summary>From where it calls; null: not known.</summary>
    public string? Address { get; init; }

    /// <summary>Queues it serves, in order of preference.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>What it can run: names of actions, and <c>worker.task/NAME</c> for tasks.</summary>
    public required IReadOnlyList<string> Offers { get; init; }

    /// <summary>Bodies it runs at once.</summary>
    public required int Slots { get; init; }

    /// <summary>Most bodies it takes now.</summary>
    public required int Max { get; init; }

    /// <summary>How long it waits for the first body. Default: not at all.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>How long a lease lasts without a heartbeat. Default 30 s.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);
}
