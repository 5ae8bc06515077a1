using Atelier.Api.Models;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Models;

/// <summary><c>/models</c>: what can be asked, what is in memory.</summary>
internal static class ModelRoutes
{
    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var models = routes.MapGroup("/models").WithTags("Models");
        models.MapGet("/", ListAsync).Requires(Scope.Read).WithSummary("Models and the memory they take.");
        models.MapPost("/{name}/load", static (string name, OwnedHome home, CancellationToken stop) => AskAsync(home, new OwnerRequest.LoadModel(name), stop)).Requires(Scope.Run).Audited("model.load").WithSummary("Load a model; answered once it is in memory.");
        models.MapPost("/{name}/unload", static (string name, OwnedHome home, CancellationToken stop) => AskAsync(home, new OwnerRequest.UnloadModel(name), stop)).Requires(Scope.Run).Audited("model.unload").WithSummary("Put a model away once its questions are answered.");
        models.MapPut("/{name}/pin", static (string name, OwnedHome home, CancellationToken stop) => AskAsync(home, new OwnerRequest.PinModel(name, true), stop)).Requires(Scope.Run).Audited("model.pin").WithSummary("Let a model leave memory last.");
        models.MapDelete("/{name}/pin", static (string name, OwnedHome home, CancellationToken stop) => AskAsync(home, new OwnerRequest.PinModel(name, false), stop)).Requires(Scope.Run).Audited("model.unpin").WithSummary("End that.");
    }

    private static async Task<Ok<ModelsResponse>> ListAsync(OwnedHome home, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ModelList.OfAsync(home, cancellationToken).ConfigureAwait(false));

    private static async Task<Results<Ok<ModelsResponse>, Refusal>> AskAsync(OwnedHome home, OwnerRequest request, CancellationToken cancellationToken)
    {
        var reply = await home.AskAsync(request, cancellationToken).ConfigureAwait(false);
        return reply.Problem is { } problem ? Refusal.Conflict(problem.Code, problem.Message) : TypedResults.Ok(await ModelList.OfAsync(home, cancellationToken).ConfigureAwait(false) with { Done = reply.Done });
    }
}
