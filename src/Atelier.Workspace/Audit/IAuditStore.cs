namespace Atelier.Workspace.Audit;

/// <summary>The audit log: only added to. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface IAuditStore
{
    Task<AuditEntry> AddAsync(NewAuditEntry entry);

    /// <summary>A page, newest first.</summary>
    IReadOnlyList<AuditEntry> Read(AuditFilter filter);
}
