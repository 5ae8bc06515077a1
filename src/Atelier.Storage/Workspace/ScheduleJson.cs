using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Engine.Runs;
using Atelier.Workspace.Schedules;

namespace Atelier.Storage.Workspace;

/// <summary>Definitions and states of schedules as they are kept: JSON with members of their own, so that a renamed property does not change what was written.</summary>
internal static class ScheduleJson
{
    public static byte[] ToKept(ScheduleDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(
        new KeptDefinition
        {
            Workflow = definition.Workflow,
            Version = definition.Version,
            Inputs = definition.Inputs,
            Options = definition.Options.ToJson(),
            Cron = definition.Cron,
            Zone = definition.Zone,
            Overlap = definition.Overlap,
            CatchUp = definition.CatchUp,
            Enabled = definition.Enabled,
        },
        KeptSchedules.Default.KeptDefinition);

    public static byte[] ToKept(ScheduleState state) => JsonSerializer.SerializeToUtf8Bytes(
        new KeptState
        {
            Considered = state.Considered.ToKept(),
            Waiting = [.. state.Waiting.Select(static due => due.ToKept())],
            Open = [.. state.Open.Select(static run => run.Value)],
            LastDue = state.LastDue.ToKept(),
            LastRun = state.LastRun?.Value,
            ProblemDue = state.LastProblem?.Due.ToKept(),
            ProblemCode = state.LastProblem?.Code,
            Problem = state.LastProblem?.Message,
        },
        KeptSchedules.Default.KeptState);

    public static ScheduleDefinition ToDefinition(ReadOnlySpan<byte> json)
    {
        var kept = JsonSerializer.Deserialize(json, KeptSchedules.Default.KeptDefinition)!;
        return new ScheduleDefinition
        {
            Workflow = kept.Workflow,
            Version = kept.Version,
            Inputs = kept.Inputs,
            Options = RunOptions.FromJson(kept.Options),
            Cron = kept.Cron,
            Zone = kept.Zone,
            Overlap = kept.Overlap,
            CatchUp = kept.CatchUp,
            Enabled = kept.Enabled,
        };
    }

    public static ScheduleState ToState(ReadOnlySpan<byte> json)
    {
        var kept = JsonSerializer.Deserialize(json, KeptSchedules.Default.KeptState)!;
        return new ScheduleState
        {
            Considered = kept.Considered.FromKept(),
            Waiting = [.. kept.Waiting.Select(static due => due.FromKept())],
            Open = [.. kept.Open.Select(static run => new RunId(run))],
            LastDue = kept.LastDue.FromKept(),
            LastRun = kept.LastRun is { } run ? new RunId(run) : null,
            LastProblem = kept.ProblemDue is { } due ? new ScheduleProblem(due.FromKept(), kept.ProblemCode, kept.Problem!) : null,
        };
    }
}

internal sealed record KeptDefinition
{
    public required string Workflow { get; init; }

    public string? Version { get; init; }

    public required string Inputs { get; init; }

    public byte[]? Options { get; init; }

    public required string Cron { get; init; }

    public required string Zone { get; init; }

    public OverlapPolicy Overlap { get; init; }

    public CatchUpPolicy CatchUp { get; init; }

    public bool Enabled { get; init; }
}

internal sealed record KeptState
{
    public long Considered { get; init; }

    public IReadOnlyList<long> Waiting { get; init; } = [];

    public IReadOnlyList<long> Open { get; init; } = [];

    public long? LastDue { get; init; }

    public long? LastRun { get; init; }

    public long? ProblemDue { get; init; }

    public string? ProblemCode { get; init; }

    public string? Problem { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptDefinition))]
[JsonSerializable(typeof(KeptState))]
internal sealed partial class KeptSchedules : JsonSerializerContext;
