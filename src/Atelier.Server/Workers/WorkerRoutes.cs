using Atelier.Api.Artifacts;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Api.Workers;
using Atelier.Engine.Leases;
using Atelier.Hosting.Homes;
using Atelier.Sdk;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Atelier.Server.Workers;

/// <summary><c>/workers</c>: where programs on other machines, in any language, take steps, say that they are at them, and what became of them.</summary>
internal static class WorkerRoutes
{
    /// <summary>Bytes of a completion: many outputs of up to 256 KiB each.</summary>
    private const long CompletionBytes = 64 << 20;

    /// <summary>Bytes of an uploaded artifact: 5 GiB.</summary>
    private const long ArtifactBytes = 5L << 30;

    public static void MapWorkers(this IEndpointRouteBuilder routes)
    {
        var workers = routes.MapGroup("/workers").WithTags("Workers");
        workers.MapGet("/", List).Requires(Scope.Read).WithSummary("Workers that were heard of lately.");
        workers.MapPost("/claim", ClaimAsync).Requires(Scope.Work).Audited("worker.claim").WithSummary("Take steps of named queues, each under a lease; waits until there are some.");
        workers.MapPost("/heartbeat", Heartbeat).Requires(Scope.Work).Audited("worker.heartbeat").WithSummary("Keep leases, tell progress and log lines, hear what to stop.");
        workers.MapPost("/complete", CompleteAsync).Requires(Scope.Work).Audited("worker.complete").WithMetadata(new RequestSizeLimitAttribute(CompletionBytes)).WithSummary("Say what became of steps; answered once that is durable.");
        workers.MapGet("/leases/{lease}/artifacts/{digest}", ReadAsync).Requires(Scope.Work).WithSummary("Bytes that the input of a held lease names.");
        workers.MapPost("/artifacts", WriteAsync).Requires(Scope.Work).Audited("artifact.upload").WithMetadata(new RequestSizeLimitAttribute(ArtifactBytes)).WithSummary("Keep bytes that an output is going to name.");
    }

    private static Ok<Page<WorkerResponse>> List(OwnedHome home)
    {
        var all = home.Engine.Leases.Workers();
        return TypedResults.Ok(new Page<WorkerResponse> { Items = [.. all.Select(WorkerWords.Of)], Total = all.Count });
    }

    private static async Task<Results<Ok<ClaimResponse>, Refusal>> ClaimAsync(ClaimRequest request, HttpContext context, OwnedHome home, IHostApplicationLifetime lifetime)
    {
        if (ClaimRules.Problem(request) is { } problem)
        {
            return problem;
        }

        var leases = home.Engine.Leases;
        var user = UserOf(context);
        LeaveTrace(context, request.Worker, worth: !leases.Knows(user, request.Worker)).With("queues", string.Join(", ", request.Queues));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var offers = await leases.ClaimAsync(ClaimRules.ClaimOf(request, user, context.Connection.RemoteIpAddress?.ToString()), stop.Token).ConfigureAwait(false);
        if (context.RequestAborted.IsCancellationRequested && offers.Count > 0)
        {
            // Nobody reads the answer: others get the steps at once, not when the leases are over.
            await leases.CompleteAsync(user, request.Worker, [.. offers.Select(static offer => new LeaseCompletion(offer.Lease, new LeaseEnd.HandedBack(Begun: false)))], CancellationToken.None).ConfigureAwait(false);
        }

        return TypedResults.Ok(new ClaimResponse { Steps = [.. offers.Select(WorkerWords.Of)] });
    }

    private static Results<Ok<HeartbeatResponse>, Refusal> Heartbeat(HeartbeatRequest request, HttpContext context, OwnedHome home)
    {
        LeaveTrace(context, request.Worker, worth: false);
        if (request.Leases.Count > ClaimRules.Most)
        {
            return Refusal.Bad(ServerCodes.BadWorker, $"`leases` has at most {ClaimRules.Most} elements");
        }

        if (!WorkerWords.TryProgress(request.Leases, out var progress, out var problem))
        {
            return problem;
        }

        var standings = home.Engine.Leases.Heartbeat(UserOf(context), request.Worker, progress);
        return TypedResults.Ok(new HeartbeatResponse { Leases = [.. standings.Select(WorkerWords.Of)] });
    }

    private static async Task<Results<Ok<CompleteResponse>, Refusal>> CompleteAsync(CompleteRequest request, HttpContext context, OwnedHome home)
    {
        LeaveTrace(context, request.Worker, worth: false);
        if (request.Steps.Count > ClaimRules.Most)
        {
            return Refusal.Bad(ServerCodes.BadWorker, $"`steps` has at most {ClaimRules.Most} elements");
        }

        var completions = new List<LeaseCompletion>(request.Steps.Count);
        foreach (var step in request.Steps)
        {
            if (!CompletionWords.TryRead(step, out var completion, out var problem))
            {
                return Refusal.Bad(ServerCodes.BadWorker, problem);
            }

            completions.Add(completion);
        }

        var taken = await home.Engine.Leases.CompleteAsync(UserOf(context), request.Worker, completions, context.RequestAborted).ConfigureAwait(false);
        return TypedResults.Ok(new CompleteResponse { Steps = [.. request.Steps.Select((step, index) => WorkerWords.Of(step.Lease, taken[index]))] });
    }

    private static async Task<Results<FileStreamHttpResult, Refusal>> ReadAsync(string lease, string digest, HttpContext context, OwnedHome home)
    {
        try
        {
            if (await home.Engine.Leases.OpenReadAsync(UserOf(context), lease, digest, context.RequestAborted).ConfigureAwait(false) is not var (content, artifact))
            {
                return Refusal.Of(StatusCodes.Status404NotFound, ServerCodes.NotLeased, $"the input of lease `{lease}` names no artifact {digest}, or the lease was lost");
            }

            context.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Stream(content, "application/octet-stream", enableRangeProcessing: content.CanSeek);
        }
        catch (ArtifactException exception)
        {
            return Refusal.Of(StatusCodes.Status410Gone, exception.Code, exception.Message);
        }
    }

    /// <summary>Leases are a user's, whichever of its tokens the worker shows.</summary>
    private static string UserOf(HttpContext context) => Identity.Of(context) is { Caller: { } caller } ? caller.User.Name : Identity.Of(context)!.Name;

    /// <summary>A worker leaves one entry when it comes, and one for each refusal: outcomes say themselves which worker gave them.</summary>
    private static AuditNote LeaveTrace(HttpContext context, string worker, bool worth)
    {
        var note = AuditNote.Of(context)!.On(worker);
        if (!worth)
        {
            note.LeaveOutUnlessRefused();
        }

        return note;
    }

    private static async Task<Created<ArtifactResponse>> WriteAsync(HttpContext context, OwnedHome home, string? name = null)
    {
        var type = context.Request.ContentType is { Length: > 0 and < 200 } given ? given : "application/octet-stream";
        var artifact = await home.Artifacts.WriteAsync(context.Request.Body, type, name is null ? null : Path.GetFileName(name), context.RequestAborted).ConfigureAwait(false);
        AuditNote.Of(context)!.On(artifact.Digest).With("bytes", artifact.Size);
        return TypedResults.Created((string?)null, new ArtifactResponse { Digest = artifact.Digest, MediaType = artifact.MediaType, Name = artifact.Name, Size = artifact.Size });
    }
}
