using Atelier.Api.Security;

namespace Atelier.Server.Security;

/// <summary>What a route demands and leaves behind. Every route says one of <see cref="Requires"/> and <see cref="Public"/>; a test walks them.</summary>
internal static class RouteRules
{
    /// <summary>Demands a scope of who asks.</summary>
    public static TBuilder Requires<TBuilder>(this TBuilder builder, Scope scope)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredScope(scope));

    /// <summary>Open to everybody.</summary>
    public static TBuilder Public<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RequiredScope(Scope.None));

    /// <summary>Leaves one entry in the audit log for every request, done or refused.</summary>
    /// <param name="builder">The route.</param>
    /// <param name="action">What it is called there: <c>run.start</c>.</param>
    public static TBuilder Audited<TBuilder>(this TBuilder builder, string action)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AuditedAction(action));

    /// <summary>Changes nothing although it is no GET: it needs no entry in the audit log.</summary>
    public static TBuilder ChangesNothing<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ChangesNothing());
}

/// <summary>The scope of a route; none: public.</summary>
internal sealed record RequiredScope(Scope Scope);

/// <summary>The name of a route's action in the audit log.</summary>
internal sealed record AuditedAction(string Name);

/// <summary>Marks a route that asks with a body.</summary>
internal sealed record ChangesNothing;
