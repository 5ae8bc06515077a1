using Atelier.Api.Security;
using Atelier.Server.Security;
using Atelier.Server.Tests.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Server.Tests.Security;

/// <summary>The addresses of a server as its routing knows them.</summary>
internal static class RouteTable
{
    public static IReadOnlyList<TabledRoute> Of(ServerUnderTest server) =>
    [
        .. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(static endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new TabledRoute(
                method,
                PathOf(endpoint.RoutePattern),
                endpoint.Metadata.GetMetadata<RequiredScope>()?.Scope,
                endpoint.Metadata.GetMetadata<AuditedAction>()?.Name,
                endpoint.Metadata.GetMetadata<ChangesNothing>() is not null))),
    ];

    // Names that nothing has.
    private static string PathOf(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) =>
        "/" + string.Join('/', pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(static part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "run" } => "r999",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "block" or "ordinal" or "number" } => "7",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"no-{parameter.Name}",
            _ => string.Empty,
        }))));
}

/// <summary>One address.</summary>
internal sealed record TabledRoute(string Method, string Path, Scope? Needs, string? Audited, bool ChangesNothing)
{
    public bool IsChange => Method is not ("GET" or "HEAD");

    public override string ToString() => $"{Method} {Path}";
}
