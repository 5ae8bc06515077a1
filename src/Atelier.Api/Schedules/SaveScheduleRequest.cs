using System.Text.Json;

namespace Atelier.Api.Schedules;

/// <summary>Makes or changes a schedule.</summary>
public sealed record SaveScheduleRequest
{
    /// <summary>Its name.</summary>
    public required string Workflow { get; init; }

    /// <summary>Digest; null: the newest at each start.</summary>
    public string? Version { get; init; }

    /// <summary>Five fields: minute hour day month weekday.</summary>
    public required string Cron { get; init; }

    /// <summary>IANA time zone; default UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>Object; checked against the workflow.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary><c>skip queue cancel_previous allow</c>; default skip.</summary>
    public string? Overlap { get; init; }

    /// <summary><c>none last all</c>; default last.</summary>
    public string? CatchUp { get; init; }

    /// <summary>Default true.</summary>
    public bool? Enabled { get; init; }
}
