using System.Text.Json;

namespace Atelier.Api.Audit;

/// <summary>One change that somebody made or was refused.</summary>
public sealed record AuditEntry
{
    /// <summary>Position in the log.</summary>
    public required long Seq { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>User name; <c>token:NAME of USER</c> for programs; <c>anonymous</c> for failed sign-ins.</summary>
    public required string Actor { get; init; }

    /// <summary>From where.</summary>
    public string? Address { get; init; }

    /// <summary><c>run.start</c>, <c>user.create</c> and so on.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public string? Target { get; init; }

    /// <summary><c>done refused failed</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>HTTP status that was answered.</summary>
    public required int Status { get; init; }

    /// <summary>What was asked, without secrets; null: nothing to add.</summary>
    public JsonElement? Detail { get; init; }
}
