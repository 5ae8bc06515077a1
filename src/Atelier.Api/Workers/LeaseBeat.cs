namespace Atelier.Api.Workers;

/// <summary>How a step goes.</summary>
public sealed record LeaseBeat
{
    /// <summary>Lease.</summary>
    public required string Lease { get; init; }

    /// <summary>0 to 1; null: not known.</summary>
    public double? Progress { get; init; }

    /// <summary>What it does.</summary>
    public string? Message { get; init; }

    /// <summary>Lines since the last beat.</summary>
    public IReadOnlyList<WorkerLogLine>? Log { get; init; }
}
