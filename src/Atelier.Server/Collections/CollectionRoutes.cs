using Atelier.Api.Collections;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Collections;

/// <summary><c>/collections</c>: named sets of items that outlive runs.</summary>
internal static class CollectionRoutes
{
    public static void MapCollections(this IEndpointRouteBuilder routes)
    {
        var collections = routes.MapGroup("/collections").WithTags("Collections");
        collections.MapGet("/", List).Requires(Scope.Read).WithSummary("Collections by name.");
        collections.MapGet("/{name}/items", ListItems).Requires(Scope.Read).WithSummary("Items of a collection by key.");
    }

    private static Ok<Page<CollectionResponse>> List(OwnedHome home)
    {
        var all = home.Queries.ListCollections();
        return TypedResults.Ok(new Page<CollectionResponse>
        {
            Items = [.. all.Select(static collection => new CollectionResponse { Name = collection.Name, Items = collection.Items, Gone = collection.Gone, LastSeen = collection.LastSeen == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(collection.LastSeen) })],
            Total = all.Count,
        });
    }

    private static Results<Ok<Page<CollectionItemResponse>>, Refusal> ListItems(string name, OwnedHome home, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (!home.Queries.ListCollections().Any(collection => collection.Name == Uri.UnescapeDataString(name)))
        {
            return Refusal.NotFound($"there is no collection `{name}`");
        }

        var items = home.Queries.ListCollectionItems(Uri.UnescapeDataString(name), after, limit);
        return TypedResults.Ok(new Page<CollectionItemResponse>
        {
            Items = [.. items.Select(static item => new CollectionItemResponse
            {
                Key = item.Key,
                Digest = Convert.ToHexStringLower(item.Digest),
                FirstSeen = DateTimeOffset.FromUnixTimeMilliseconds(item.FirstSeen),
                LastSeen = DateTimeOffset.FromUnixTimeMilliseconds(item.LastSeen),
                Gone = item.Gone is { } gone ? DateTimeOffset.FromUnixTimeMilliseconds(gone) : null,
            })],
            Next = items.Count == limit ? items[^1].Key : null,
        });
    }
}
