using Atelier.Workspace.Audit;

namespace Atelier.Server.Security;

/// <summary>
/// What the audit log will say of a request, besides who asked, for what, from where and how it was answered. Without a word from the route the target is what its
/// address names, or what an answer's <c>Location</c> does.
/// </summary>
internal sealed class AuditNote
{
    private readonly List<(string Name, object? Value)> _detail = [];

    /// <summary>On what it was done; null: what the address names.</summary>
    public string? Target { get; private set; }

    /// <summary>Whether the entry was written, or is not to be.</summary>
    internal bool Settled { get; set; }

    /// <summary>Whether only a refusal is worth an entry.</summary>
    internal bool OnlyRefusals { get; private set; }

    /// <summary>What else matters, as a JSON object; null: nothing.</summary>
    internal string? Detail => AuditDetail.Of(_detail);

    /// <summary>The note of a request; null: it changes nothing.</summary>
    public static AuditNote? Of(HttpContext context) => context.Features.Get<AuditNote>();

    /// <summary>Names on what it was done.</summary>
    public AuditNote On(string? target)
    {
        Target = target;
        return this;
    }

    /// <summary>Adds what else matters: never a secret.</summary>
    public AuditNote With(string name, object? value)
    {
        _detail.Add((name, value));
        return this;
    }

    /// <summary>Nothing worth an entry was done (a claim that took no step): only a refusal is kept.</summary>
    public void LeaveOutUnlessRefused() => OnlyRefusals = true;

    /// <summary>No entry, whatever the answer.</summary>
    internal void LeaveOut() => Settled = true;
}
