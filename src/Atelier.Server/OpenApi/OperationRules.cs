using Atelier.Api.Security;
using Atelier.Server.Security;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scope = Atelier.Api.Security.Scope;

namespace Atelier.Server.OpenApi;

/// <summary>Writes into the document what a route demands, and gives every operation a stable id.</summary>
internal sealed class OperationRules : IOpenApiOperationTransformer
{
    /// <summary>Name of the scheme for programs.</summary>
    public const string Token = "token";

    /// <summary>Name of the scheme for browsers.</summary>
    public const string Session = "session";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var description = context.Description;
        operation.OperationId ??= IdOf(description.HttpMethod!, description.RelativePath!);
        var scope = description.ActionDescriptor.EndpointMetadata.OfType<RequiredScope>().LastOrDefault()?.Scope ?? Scope.Admin;
        if (scope == Scope.None)
        {
            return Task.CompletedTask;
        }

        operation.Description = $"{operation.Description}{(operation.Description is null ? string.Empty : "\n\n")}Needs the scope `{string.Join(' ', Scopes.ToWords(scope))}`.";
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Session, context.Document)] = [] },
        ];
        return Task.CompletedTask;
    }

    /// <summary><c>GET api/v1/runs/{run}/items</c> to <c>get_runs_run_items</c>.</summary>
    private static string IdOf(string method, string path) =>
        string.Join('_', path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part is not ("api" or "v1"))
            .Select(static part => part.Trim('{', '}').Replace('-', '_')).Prepend(method.ToLowerInvariant()));
}
