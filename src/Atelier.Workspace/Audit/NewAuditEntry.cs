namespace Atelier.Workspace.Audit;

/// <summary>What somebody did, before the store gave a number.</summary>
public sealed record NewAuditEntry
{
    public required DateTimeOffset At { get; init; }

    public required AuditActor Actor { get; init; }

    /// <summary>Where the request came from; null: from this machine's own work, such as a schedule.</summary>
    public string? Address { get; init; }

    /// <summary>What, as <c>resource.verb</c>: <c>run.start</c>.</summary>
    public required string Action { get; init; }

    /// <summary>On what: <c>r17</c>, <c>u2</c>, a workflow's name; null: nothing in particular.</summary>
    public string? Target { get; init; }

    public required AuditOutcome Outcome { get; init; }

    /// <summary>The HTTP status that was answered; 0: none, as for a schedule.</summary>
    public int Status { get; init; }

    /// <summary>A JSON object of what else matters; null: nothing. See <see cref="AuditDetail"/>: never a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>The request, as it stands in the log and in the answer; null: none.</summary>
    public string? RequestId { get; init; }
}
