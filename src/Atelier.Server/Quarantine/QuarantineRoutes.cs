using Atelier.Api.Items;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Quarantine;

/// <summary><c>/runs/{run}/quarantine</c>: what failed, by cause.</summary>
internal static class QuarantineRoutes
{
    public static void MapQuarantine(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/runs/{run}/quarantine", ListAsync).Requires(Scope.Read).WithTags("Quarantine").WithSummary("Failed items of a run by cause, the most frequent first, with examples.");

    private static async Task<Results<Ok<Page<FailureGroupResponse>>, Refusal>> ListAsync(string run, RunReader runs, FailureGroupReads groups, CancellationToken cancellationToken)
    {
        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        var found = await groups.OfAsync(row, cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new Page<FailureGroupResponse> { Items = [.. found.Take(Paging.Most)], Total = found.Count });
    }
}
