using Atelier.Api.Security;

namespace Atelier.Server.Security;

/// <summary>Who asks.</summary>
/// <param name="Name">User name, or what the audit log calls a program.</param>
/// <param name="Scopes">What it may do.</param>
internal sealed record Identity(string Name, Scope Scopes)
{
    /// <summary>Who asks in a request; null: nobody is signed in.</summary>
    public static Identity? Of(HttpContext context) => context.Features.Get<Identity>();
}
