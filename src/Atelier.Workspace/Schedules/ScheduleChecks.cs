using System.Text.Json;

namespace Atelier.Workspace.Schedules;

/// <summary>Whether a definition makes sense by itself; whether its workflow takes the inputs shows when it is started.</summary>
public static class ScheduleChecks
{
    private const int MaxInputs = 256 * 1024;

    /// <summary>The due times, or what is wrong with one of the two.</summary>
    public static Answer<CronSchedule> TimesOf(string cron, string zone)
    {
        var expression = CronExpression.Parse(cron);
        if (!expression.Done)
        {
            return expression.Refusal;
        }

        var found = ScheduleZone.Find(zone);
        return found.Done ? new CronSchedule(expression.Value, found.Value) : found.Refusal;
    }

    /// <summary>Null: it makes sense.</summary>
    public static WorkspaceRefusal? Check(ScheduleDefinition definition) => IsObject(definition.Inputs)
        ? TimesOf(definition.Cron, definition.Zone).Refusal
        : new WorkspaceRefusal(WorkspaceCodes.ScheduleRefused, "the inputs are no JSON object, or have more than 256 KiB", "give an object with a member for each input");

    private static bool IsObject(string json)
    {
        if (json.Length > MaxInputs)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
