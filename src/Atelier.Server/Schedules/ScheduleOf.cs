using System.Text.Json;
using Atelier.Api.Schedules;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Users;

namespace Atelier.Server.Schedules;

/// <summary>Schedules as they cross HTTP.</summary>
internal static class ScheduleOf
{
    private const int Shown = 5;
    private static readonly (string Word, OverlapPolicy Policy)[] Overlaps =
        [("skip", OverlapPolicy.Skip), ("queue", OverlapPolicy.Queue), ("cancel_previous", OverlapPolicy.CancelPrevious), ("allow", OverlapPolicy.Allow)];

    private static readonly (string Word, CatchUpPolicy Policy)[] CatchUps = [("none", CatchUpPolicy.None), ("last", CatchUpPolicy.Last), ("all", CatchUpPolicy.All)];

    public static ScheduleResponse Row(Schedule schedule, IUserStore users, DateTimeOffset now)
    {
        var (definition, state) = (schedule.Definition, schedule.State);
        var times = ScheduleChecks.TimesOf(definition.Cron, definition.Zone);
        return new ScheduleResponse
        {
            Id = schedule.Id.ToString(),
            Workflow = definition.Workflow,
            Version = definition.Version,
            Cron = definition.Cron,
            Zone = definition.Zone,
            Inputs = JsonElement.Parse(definition.Inputs),
            Overlap = Array.Find(Overlaps, pair => pair.Policy == definition.Overlap).Word,
            CatchUp = Array.Find(CatchUps, pair => pair.Policy == definition.CatchUp).Word,
            Enabled = definition.Enabled,
            Next = definition.Enabled && times.Done ? times.Value.Next(now, Shown) : [],
            LastFired = state.LastDue,
            LastRun = state.LastRun?.ToString(),
            Problem = state.LastProblem?.Message,
            CreatedBy = schedule.By is { } by ? users.Find(by)?.Name ?? by.ToString() : "start",
        };
    }

    /// <summary>What was sent as a definition; null with what is wrong.</summary>
    public static ScheduleDefinition? Read(SaveScheduleRequest request, out string? problem)
    {
        problem = null;
        var overlap = Array.Find(Overlaps, pair => pair.Word == (request.Overlap ?? "skip"));
        var catchUp = Array.Find(CatchUps, pair => pair.Word == (request.CatchUp ?? "last"));
        if (overlap.Word is null || catchUp.Word is null)
        {
            problem = overlap.Word is null ? $"`overlap` is {string.Join(", ", Overlaps.Select(static pair => pair.Word))}" : $"`catch_up` is {string.Join(", ", CatchUps.Select(static pair => pair.Word))}";
            return null;
        }

        return new ScheduleDefinition
        {
            Workflow = request.Workflow,
            Version = request.Version,
            Inputs = request.Inputs is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } inputs ? inputs.GetRawText() : "{}",
            Cron = request.Cron,
            Zone = request.Zone ?? ScheduleZone.Utc,
            Overlap = overlap.Policy,
            CatchUp = catchUp.Policy,
            Enabled = request.Enabled ?? true,
        };
    }
}
