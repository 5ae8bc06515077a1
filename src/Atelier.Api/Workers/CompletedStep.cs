using System.Text.Json;

namespace Atelier.Api.Workers;

/// <summary>What became of a step.</summary>
public sealed record CompletedStep
{
    /// <summary>Lease.</summary>
    public required string Lease { get; init; }

    /// <summary><c>succeeded empty rejected failed cancelled</c>; <c>returned</c>: give it to somebody else.</summary>
    public required string Outcome { get; init; }

    /// <summary>For returned: it was begun, and may have changed something outside.</summary>
    public bool Begun { get; init; }

    /// <summary>For succeeded and empty.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>For rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>For failed.</summary>
    public WorkerFailure? Failure { get; init; }

    /// <summary>Models and versions that made it.</summary>
    public string? MadeBy { get; init; }

    /// <summary>What its calls of models cost.</summary>
    public IReadOnlyList<WorkerUsage>? Usage { get; init; }

    /// <summary>Last lines.</summary>
    public IReadOnlyList<WorkerLogLine>? Log { get; init; }
}
