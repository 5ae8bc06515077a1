using Atelier.Engine.Runs;

namespace Atelier.Workspace.Schedules;

/// <summary>What is started when: what people write.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>The workflow's name.</summary>
    public required string Workflow { get; init; }

    /// <summary>Digest of the version that is started; null: the newest at that time.</summary>
    public string? Version { get; init; }

    /// <summary>A JSON object, checked against the version when it is started.</summary>
    public string Inputs { get; init; } = "{}";

    /// <summary>How its runs differ from what the workflow says.</summary>
    public RunOptions Options { get; init; } = RunOptions.None;

    /// <summary>See <see cref="CronExpression"/>.</summary>
    public required string Cron { get; init; }

    /// <summary>See <see cref="ScheduleZone"/>. Default: <c>UTC</c>.</summary>
    public string Zone { get; init; } = ScheduleZone.Utc;

    public OverlapPolicy Overlap { get; init; }

    public CatchUpPolicy CatchUp { get; init; } = CatchUpPolicy.Last;

    /// <summary>While false nothing is due, and what would have been is not made up for.</summary>
    public bool Enabled { get; init; } = true;
}
