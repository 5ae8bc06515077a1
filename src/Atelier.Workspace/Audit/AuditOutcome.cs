namespace Atelier.Workspace.Audit;

/// <summary>What became of what somebody did.</summary>
public enum AuditOutcome
{
    Done,

    /// <summary>They may not, or what they asked makes no sense.</summary>
    Refused,

    /// <summary>It went wrong.</summary>
    Failed,
}
