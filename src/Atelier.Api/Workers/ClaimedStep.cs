using System.Text.Json;

namespace Atelier.Api.Workers;

/// <summary>A step under a lease.</summary>
public sealed record ClaimedStep
{
    /// <summary>Names the lease; the fencing token is in it.</summary>
    public required string Lease { get; init; }

    /// <summary>Run.</summary>
    public required string Run { get; init; }

    /// <summary>Workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path.</summary>
    public required string Step { get; init; }

    /// <summary>Item.</summary>
    public string? Key { get; init; }

    /// <summary>0 at first; one more for each time somebody asked for the step again.</summary>
    public required int Drive { get; init; }

    /// <summary>Attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>What to run.</summary>
    public required string Action { get; init; }

    /// <summary>Contract version of the action.</summary>
    public required int Version { get; init; }

    /// <summary>For <c>worker.task</c>: which task.</summary>
    public string? Task { get; init; }

    /// <summary>Resolved input, secrets included.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>The same for every attempt of a drive: give it to whoever takes one.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The folder on the server that the workflow's relative paths start from.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>Time of the body; null: no limit.</summary>
    public double? TimeoutSeconds { get; init; }

    /// <summary>When the lease ends without a heartbeat.</summary>
    public required DateTimeOffset Expires { get; init; }
}
