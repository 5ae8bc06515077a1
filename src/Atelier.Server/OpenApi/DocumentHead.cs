using Atelier.Api.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Atelier.Server.OpenApi;

/// <summary>Title, ways to sign in, and nothing about the machine that serves it: the document is the same everywhere.</summary>
internal sealed class DocumentHead : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Atelier",
            Version = OpenApiSetup.Name,
            Description = "Enrichment pipelines over collections. Errors are RFC 9457 problems with a stable `code`; lists come by pages: give `next` as `after`.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [OperationRules.Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "`Authorization: Bearer atl_...`" },
            [OperationRules.Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = ApiHeaders.SessionCookie, Description = $"A browser's session; changes also carry `{ApiHeaders.Csrf}`." },
        };
        return Task.CompletedTask;
    }
}
