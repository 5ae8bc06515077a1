using Atelier.Api.Security;
using Atelier.Workspace.Access;
using Atelier.Workspace.Audit;

namespace Atelier.Server.Security;

/// <summary>Who asks.</summary>
/// <param name="Name">User name, or what the audit log calls a program.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record Identity(string Name, Scope Scopes)
{
    /// <summary>The user with the token or session; null: the token of this start.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The secret of the browser's session; null: a token.</summary>
    public string? SessionSecret { get; init; }

    /// <summary>As the audit log keeps it.</summary>
    public AuditActor Actor => Caller is { } caller ? new AuditActor(caller.User.Id, caller.User.Name, caller.Token?.Id, caller.Token?.Name) : new AuditActor(null, Name);

    /// <summary>Who asks in a request; null: nobody is signed in.</summary>
    public static Identity? Of(HttpContext context) => context.Features.Get<Identity>();

    /// <summary>Somebody known to the home.</summary>
    public static Identity Of(Caller caller, string? sessionSecret) => new(NameOf(caller), caller.Allowed) { Caller = caller, SessionSecret = sessionSecret };

    /// <summary>Without the secret, since what is printed ends in logs.</summary>
    public override string ToString() => Name;

    private static string NameOf(Caller caller) => caller.Token is { } token ? $"token:{token.Name} of {caller.User.Name}" : caller.User.Name;
}
