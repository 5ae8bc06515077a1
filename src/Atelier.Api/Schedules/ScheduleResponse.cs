using System.Text.Json;

namespace Atelier.Api.Schedules;

/// <summary>A workflow that starts by the clock.</summary>
public sealed record ScheduleResponse
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Workflow { get; init; }

    /// <summary>Digest; null: the newest at each start.</summary>
    public string? Version { get; init; }

    /// <summary>Five fields, or <c>@daily</c> and so on.</summary>
    public required string Cron { get; init; }

    /// <summary>IANA time zone.</summary>
    public required string Zone { get; init; }

    /// <summary>Object.</summary>
    public required JsonElement Inputs { get; init; }

    /// <summary>When the run before has not ended: <c>skip queue cancel_previous allow</c>.</summary>
    public required string Overlap { get; init; }

    /// <summary>For times that passed while the server was off: <c>none last all</c>.</summary>
    public required string CatchUp { get; init; }

    /// <summary>Off: nothing starts.</summary>
    public required bool Enabled { get; init; }

    /// <summary>The next five times.</summary>
    public required IReadOnlyList<DateTimeOffset> Next { get; init; }

    /// <summary>When it last started a run; null: never.</summary>
    public DateTimeOffset? LastFired { get; init; }

    /// <summary>That run.</summary>
    public string? LastRun { get; init; }

    /// <summary>Why the last start did not happen; null: it did.</summary>
    public string? Problem { get; init; }

    /// <summary>User.</summary>
    public required string CreatedBy { get; init; }
}
