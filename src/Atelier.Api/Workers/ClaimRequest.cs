namespace Atelier.Api.Workers;

/// <summary>Asks for steps to run. Waits until there are some.</summary>
public sealed record ClaimRequest
{
    /// <summary>Name of the worker, unique among those that are connected.</summary>
    public required string Worker { get; init; }

    /// <summary>Queues it serves.</summary>
    public required IReadOnlyList<string> Queues { get; init; }

    /// <summary>Actions it can run.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Tasks of <c>worker.task</c> it can run.</summary>
    public IReadOnlyList<string>? Tasks { get; init; }

    /// <summary>Steps it runs at once, 1 to 256.</summary>
    public required int Slots { get; init; }

    /// <summary>Steps it takes now, at most 256.</summary>
    public required int Max { get; init; }

    /// <summary>How long it waits for the first, 0 to 30.</summary>
    public int WaitSeconds { get; init; }

    /// <summary>How long a lease lasts without a heartbeat, 5 to 300; 0: 30.</summary>
    public int LeaseSeconds { get; init; }
}
