using System.Globalization;
using Atelier.Api.Paging;
using Atelier.Api.Workflows;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Atelier.Workspace.Hiding;
using Microsoft.AspNetCore.Http.HttpResults;
using StoredVersion = Atelier.Engine.Stores.WorkflowVersionSummary;
using StoredWorkflow = Atelier.Engine.Stores.WorkflowSummary;

namespace Atelier.Server.Workflows;

/// <summary>Workflows and their versions as lists show them.</summary>
internal static class WorkflowLists
{
    public static Results<Ok<Page<WorkflowSummary>>, Refusal> List(OwnedHome home, RunSummaries runs, string? text = null, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        var hidden = home.Workspace.Hidden.List().Select(static workflow => workflow.Name).ToHashSet(StringComparer.Ordinal);
        var schedules = Schedules(home);
        var found = new List<WorkflowSummary>();
        while (true)
        {
            var page = home.Queries.ListWorkflows(after, text, limit);
            foreach (var workflow in page.Where(workflow => !hidden.Contains(workflow.Name)))
            {
                if (found.Count == limit)
                {
                    return TypedResults.Ok(new Page<WorkflowSummary> { Items = found, Next = found[^1].Name });
                }

                found.Add(Of(workflow, home, runs, schedules));
            }

            if (page.Count < limit)
            {
                return TypedResults.Ok(new Page<WorkflowSummary> { Items = found });
            }

            after = page[^1].Name;
        }
    }

    public static Results<Ok<WorkflowDetail>, Refusal> Get(string name, OwnedHome home, PlanCache plans, RunSummaries runs) =>
        Find(home, name) is { } workflow && plans.Find(workflow.Newest.Digest) is { } newest
            ? TypedResults.Ok(new WorkflowDetail { Summary = Of(workflow, home, runs, Schedules(home)), Version = VersionOf.Row(newest.Row, newest.Plan, []) })
            : NoWorkflow(name);

    public static async Task<Results<NoContent, Refusal>> HideAsync(string name, OwnedHome home, HttpContext context, TimeProvider time)
    {
        if (Find(home, name) is null || home.Workspace.Hidden.Find(name) is not null)
        {
            return NoWorkflow(name);
        }

        await home.Workspace.Hidden.HideAsync(new HiddenWorkflow(name, time.GetUtcNow(), null)).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    public static Results<Ok<Page<WorkflowVersionSummary>>, Refusal> ListVersions(string name, OwnedHome home, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        (long, string)? from = null;
        if (after is not null)
        {
            if (after.Split('~') is not [var at, var digest] || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var moment))
            {
                return Refusal.Bad(ServerCodes.BadQuery, $"`after` is no place in this list: `{after}`", "Give the `next` of the page before.");
            }

            from = (moment, digest);
        }

        var versions = home.Queries.ListVersions(name, from, limit);
        if (versions.Count == 0 && after is null)
        {
            return NoWorkflow(name);
        }

        return TypedResults.Ok(new Page<WorkflowVersionSummary>
        {
            Items = [.. versions.Select(Of)],
            Next = versions.Count == limit ? string.Create(CultureInfo.InvariantCulture, $"{versions[^1].At}~{versions[^1].Digest}") : null,
        });
    }

    private static StoredWorkflow? Find(OwnedHome home, string name)
    {
        string? after = null;
        while (true)
        {
            var page = home.Queries.ListWorkflows(after, name, Paging.Most);
            if (page.FirstOrDefault(workflow => workflow.Name == name) is { } found)
            {
                return found;
            }

            if (page.Count < Paging.Most)
            {
                return null;
            }

            after = page[^1].Name;
        }
    }

    private static Dictionary<string, int> Schedules(OwnedHome home) =>
        home.Workspace.Schedules.List().Where(static schedule => schedule.Definition.Enabled).GroupBy(static schedule => schedule.Definition.Workflow, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);

    private static WorkflowSummary Of(StoredWorkflow workflow, OwnedHome home, RunSummaries runs, Dictionary<string, int> schedules) => new()
    {
        Name = workflow.Name,
        Digest = workflow.Newest.Digest,
        Label = workflow.Newest.Label,
        Changed = DateTimeOffset.FromUnixTimeMilliseconds(workflow.Newest.At),
        Versions = workflow.Versions,
        Runs = workflow.Runs,
        LastRun = workflow.LastRun is { } run && home.Queries.FindRun(run) is { } row ? runs.Of(row) : null,
        Schedules = schedules.GetValueOrDefault(workflow.Name),
    };

    private static WorkflowVersionSummary Of(StoredVersion version) => new()
    {
        Digest = version.Digest,
        Label = version.Label,
        File = File.Exists(version.File) ? version.File : null,
        At = DateTimeOffset.FromUnixTimeMilliseconds(version.At),
        Runs = version.Runs,
    };

    private static Refusal NoWorkflow(string name) => Refusal.NotFound($"there is no workflow `{name}`", "`GET /api/v1/workflows` lists them.");
}
