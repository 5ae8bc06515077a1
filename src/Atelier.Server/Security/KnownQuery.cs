using Atelier.Api.Http;
using Atelier.Server.Problems;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Server.Security;

/// <summary>Refuses query parameters that a route of the API does not have: a misspelt filter must not answer everything. Deep links of the screens are theirs to read.</summary>
internal sealed class KnownQuery(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Query.Count == 0 || !context.Request.Path.StartsWithSegments(ApiHeaders.Base) || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<RequiredScope>() is null)
        {
            return next(context);
        }

        var known = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = context.Request.Query.Keys.FirstOrDefault(key => !known.Contains(key));
        return unknown is null
            ? next(context)
            : Refusal.Bad(ServerCodes.BadQuery, $"there is no query parameter `{unknown}` here").ExecuteAsync(context);
    }

    private static string NameOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttributes(typeof(FromQueryAttribute), inherit: false).FirstOrDefault() is FromQueryAttribute { Name: { } name } ? name : parameter.Name;
}
