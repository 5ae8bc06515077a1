using System.Text.Json;
using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Schedules;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Atelier.Server.Workflows;
using Atelier.Workspace;
using Atelier.Workspace.Schedules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Schedules;

/// <summary><c>/schedules</c>: workflows that start by the clock.</summary>
internal static class ScheduleRoutes
{
    private const int Shown = 5;

    public static void MapSchedules(this IEndpointRouteBuilder routes)
    {
        var schedules = routes.MapGroup("/schedules").WithTags("Schedules");
        schedules.MapGet("/", List).Requires(Scope.Read).WithSummary("Schedules, of one workflow or of all.");
        schedules.MapGet("/preview", Preview).Requires(Scope.Read).WithSummary("When a schedule would start.");
        schedules.MapGet("/{id}", Get).Requires(Scope.Read).WithSummary("A schedule.");
        schedules.MapPost("/", CreateAsync).Requires(Scope.Edit).Audited("schedule.create").WithSummary("Make a schedule, which begins now.");
        schedules.MapPut("/{id}", UpdateAsync).Requires(Scope.Edit).Audited("schedule.update").WithSummary("Change a schedule; it begins anew, and what was due before is not made up for.");
        schedules.MapDelete("/{id}", DeleteAsync).Requires(Scope.Edit).Audited("schedule.delete").WithSummary("Remove a schedule; its runs stay.");
    }

    private static Results<Ok<Page<ScheduleResponse>>, Refusal> List(OwnedHome home, TimeProvider time, string? workflow = null, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } refusal)
        {
            return refusal;
        }

        var all = home.Workspace.Schedules.List().Where(schedule => workflow is null || schedule.Definition.Workflow == workflow).ToList();
        var from = ScheduleId.TryParse(after, out var last) ? last.Value : 0;
        var page = all.Where(schedule => schedule.Id.Value > from).Take(limit + 1).ToList();
        return TypedResults.Ok(new Page<ScheduleResponse>
        {
            Items = [.. page.Take(limit).Select(schedule => ScheduleOf.Row(schedule, home.Workspace.Users, time.GetUtcNow()))],
            Next = page.Count > limit ? page[limit - 1].Id.ToString() : null,
            Total = all.Count,
        });
    }

    private static Results<Ok<SchedulePreview>, Refusal> Preview(string cron, TimeProvider time, string zone = ScheduleZone.Utc)
    {
        var times = ScheduleChecks.TimesOf(cron, zone);
        return times.Done
            ? TypedResults.Ok(new SchedulePreview { Next = times.Value.Next(time.GetUtcNow(), Shown), Text = $"{CronWords.Of(CronExpression.Parse(cron).Value!)}, {zone}" })
            : times.Refusal.ToProblem();
    }

    private static Results<Ok<ScheduleResponse>, Refusal> Get(string id, OwnedHome home, TimeProvider time) =>
        Find(home, id) is { } schedule ? TypedResults.Ok(ScheduleOf.Row(schedule, home.Workspace.Users, time.GetUtcNow())) : NoSchedule(id);

    private static async Task<Results<Created<ScheduleResponse>, Refusal>> CreateAsync(SaveScheduleRequest request, HttpContext context, OwnedHome home, WorkflowNames names, RunStarter starter, ScheduleClock clock, TimeProvider time)
    {
        if (Read(request, names, starter, context, out var refusal) is not { } definition)
        {
            return refusal!;
        }

        var added = await home.Workspace.Schedules.AddAsync(new NewSchedule(definition, time.GetUtcNow(), Identity.Of(context)?.Caller?.User.Id)).ConfigureAwait(false);
        clock.Changed();
        return TypedResults.Created($"{ApiHeaders.Base}/schedules/{added.Id}", ScheduleOf.Row(added, home.Workspace.Users, time.GetUtcNow()));
    }

    private static async Task<Results<Ok<ScheduleResponse>, Refusal>> UpdateAsync(string id, SaveScheduleRequest request, HttpContext context, OwnedHome home, WorkflowNames names, RunStarter starter, ScheduleClock clock, TimeProvider time)
    {
        if (Find(home, id) is not { } present)
        {
            return NoSchedule(id);
        }

        if (Read(request, names, starter, context, out var refusal) is not { } definition)
        {
            return refusal!;
        }

        var changed = await home.Workspace.Schedules.ChangeAsync(present.Id, new NewSchedule(definition, time.GetUtcNow(), Identity.Of(context)?.Caller?.User.Id)).ConfigureAwait(false);
        clock.Changed();
        return changed is null ? NoSchedule(id) : TypedResults.Ok(ScheduleOf.Row(changed, home.Workspace.Users, time.GetUtcNow()));
    }

    private static async Task<Results<NoContent, Refusal>> DeleteAsync(string id, OwnedHome home) =>
        ScheduleId.TryParse(id, out var schedule) && await home.Workspace.Schedules.RemoveAsync(schedule).ConfigureAwait(false) ? TypedResults.NoContent() : NoSchedule(id);

    private static ScheduleDefinition? Read(SaveScheduleRequest request, WorkflowNames names, RunStarter starter, HttpContext context, out Refusal? refusal)
    {
        AuditNote.Of(context)?.With("workflow", request.Workflow).With("cron", request.Cron).With("zone", request.Zone);
        if (ScheduleOf.Read(request, out var problem) is not { } definition)
        {
            refusal = Refusal.Bad(ServerCodes.BadBody, problem!);
            return null;
        }

        if (ScheduleChecks.Check(definition) is { } wrong)
        {
            refusal = wrong.ToProblem();
            return null;
        }

        if (names.Find(definition.Workflow, definition.Version) is not { } version)
        {
            refusal = Refusal.NotFound($"there is no workflow `{definition.Workflow}`{(definition.Version is null ? string.Empty : $" of the version `{definition.Version}`")}", "`GET /api/v1/workflows` lists them.");
            return null;
        }

        (_, refusal) = starter.Bind(version, JsonElement.Parse(definition.Inputs));
        return refusal is null ? definition : null;
    }

    private static Schedule? Find(OwnedHome home, string id) => ScheduleId.TryParse(id, out var schedule) ? home.Workspace.Schedules.Find(schedule) : null;

    private static Refusal NoSchedule(string id) => Refusal.Of(StatusCodes.Status404NotFound, WorkspaceCodes.NoSuchSchedule, $"there is no schedule `{id}`", "`GET /api/v1/schedules` lists them.");
}
