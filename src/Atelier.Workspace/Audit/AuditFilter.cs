namespace Atelier.Workspace.Audit;

/// <summary>Which entries, newest first. What is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>A user's name; small and large letters are the same.</summary>
    public string? Actor { get; init; }

    /// <summary>An action, or its beginning followed by <c>*</c>: <c>run.*</c>.</summary>
    public string? Action { get; init; }

    public string? Target { get; init; }

    public AuditOutcome? Outcome { get; init; }

    /// <summary>At this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only entries before this number: the last one of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>Entries of a page, at most.</summary>
    public int Limit { get; init; } = 100;
}
