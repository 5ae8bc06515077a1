namespace Atelier.Engine.Leases;

/// <summary>A remote worker. The desk's lock guards it.</summary>
internal sealed class KnownWorker(WorkerClaim claim, DateTimeOffset now)
{
    public string Name { get; } = claim.Worker;

    public string User { get; } = claim.User;

    public DateTimeOffset Connected { get; } = now;

    public DateTimeOffset Seen { get; set; } = now;

    /// <summary>What it asked for last.</summary>
    public WorkerClaim Claim { get; set; } = claim;

    /// <summary>The model of the body it was given last.</summary>
    public string? Affinity { get; set; }

    /// <summary>Leases it holds.</summary>
    public int Busy { get; set; }
}
