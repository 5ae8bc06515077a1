using Atelier.Server.Security;

namespace Atelier.Server.OpenApi;

/// <summary>The document that describes the API: made from the routes and the records, so that it cannot lag behind them.</summary>
internal static class OpenApiSetup
{
    /// <summary>The document's name and the version in every address.</summary>
    public const string Name = "v1";

    public static void AddAtelierOpenApi(this IServiceCollection services) => services.AddOpenApi(Name, static options =>
    {
        options.AddDocumentTransformer<DocumentHead>();
        options.AddSchemaTransformer<SchemaRules>();
        options.AddOperationTransformer<OperationRules>();
    });

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").Public();
}
