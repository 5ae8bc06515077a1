using System.Text.Json;
using Atelier.Api.Actions;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Sdk;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Actions;

/// <summary><c>/actions</c>: what steps can use.</summary>
internal static class ActionRoutes
{
    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        var actions = routes.MapGroup("/actions").WithTags("Actions");
        actions.MapGet("/", List).Requires(Scope.Read).WithSummary("Every action with its schemas.");
        actions.MapGet("/{name}", Get).Requires(Scope.Read).WithSummary("One action.");
    }

    private static Ok<Page<ActionResponse>> List(OwnedHome home)
    {
        var registry = home.Actions.Registry;
        return TypedResults.Ok(new Page<ActionResponse> { Items = [.. registry.Names.Select(name => Of(registry.Find(name)!))], Total = registry.Names.Count });
    }

    private static Results<Ok<ActionResponse>, Refusal> Get(string name, OwnedHome home) =>
        home.Actions.Registry.Find(name) is { } action ? TypedResults.Ok(Of(action)) : Refusal.NotFound($"there is no action `{name}`", "`GET /api/v1/actions` lists them.");

    private static ActionResponse Of(ActionDescriptor action) => new()
    {
        Name = action.Name,
        Family = action.Name.Split('.')[0],
        Version = action.Version,
        Summary = action.Summary,
        Reuse = action.Reuse.ToString().ToLowerInvariant(),
        Queue = action.Queue,
        Input = JsonSerializer.SerializeToElement(action.InputSchema),
        Output = JsonSerializer.SerializeToElement(action.OutputSchema),
    };
}
