namespace Atelier.Cli.Workers;

/// <summary>How a worker works.</summary>
internal sealed record WorkerOptions
{
    /// <summary>Its name, unique among the workers of its user.</summary>
    public required string Name { get; init; }

    /// <summary>Queues it serves, in order of preference.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>Actions it runs.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Tasks of <c>worker.task</c> it runs. Default: none.</summary>
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>Steps it runs at once.</summary>
    public required int Slots { get; init; }

    /// <summary>How long a lease lasts without a heartbeat. Default 30 s.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one claim waits for steps. Default 30 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long steps may go on after the worker was told to end. Default 10 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);
}
