using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Atelier.Server.OpenApi;

/// <summary>What the generator cannot see: times are texts, and answers always have all their members, null ones too.</summary>
internal sealed class SchemaRules : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset))
        {
            schema.Type = type == context.JsonTypeInfo.Type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        if (context.JsonTypeInfo.ElementType == typeof(DateTimeOffset))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };
        }

        if (type.Namespace?.StartsWith("Atelier.Api.", StringComparison.Ordinal) == true && IsAnswer(type.Name) && schema.Properties is { Count: > 0 } members)
        {
            schema.Required = members.Keys.ToHashSet();
        }

        if (Examples.Of(type) is { } example)
        {
            schema.Examples = [example];
        }

        return Task.CompletedTask;
    }

    private static bool IsAnswer(string name) => !name.EndsWith("Request", StringComparison.Ordinal) && name is not ("RunOptionsBody" or "CauseReference" or "LeaseBeat" or "WorkerLogLine" or "CompletedStep" or "WorkerFailure" or "WorkerUsage");
}
