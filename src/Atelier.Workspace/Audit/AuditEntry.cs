namespace Atelier.Workspace.Audit;

/// <summary>An entry of the audit log: never changed, never removed.</summary>
/// <param name="Seq">Counts up by one an entry, from 1, in the order they became durable.</param>
/// <param name="What">What happened.</param>
public sealed record AuditEntry(long Seq, NewAuditEntry What);
