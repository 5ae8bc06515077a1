using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>Which runs.</summary>
public sealed record RunFilter
{
    /// <summary>Only older runs than this one; null: from the newest.</summary>
    public RunId? Before { get; init; }

    /// <summary>Only of this workflow.</summary>
    public string? WorkflowName { get; init; }

    /// <summary>Only in this phase.</summary>
    public RunPhase? Phase { get; init; }

    /// <summary>Only with this outcome.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>At most so many. Default: 50.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>Which items of a block.</summary>
public sealed record ItemFilter
{
    /// <summary>From this ordinal on.</summary>
    public long FromOrdinal { get; init; }

    /// <summary>Only with this outcome; <see cref="Runs.Outcome.None"/>: those that have not ended. Null: all.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Only keys that contain this text, in whatever case.</summary>
    public string? KeyText { get; init; }

    /// <summary>At most so many. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>True for an item that is asked for.</summary>
    public bool Admits(in BlockItem item) =>
        (Outcome is not { } outcome || item.Outcome == outcome) && (KeyText is null || item.Key.Contains(KeyText, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Which outcomes of a run.</summary>
public sealed record OutcomeFilter
{
    /// <summary>Only those after this (scope, step, drive); null: from the start.</summary>
    public (ScopeId Scope, int Step, int Drive)? After { get; init; }

    /// <summary>Only of this scope.</summary>
    public ScopeId? Scope { get; init; }

    /// <summary>Only of this step.</summary>
    public int? Step { get; init; }

    /// <summary>Only with this outcome.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>At most so many. Default: 100.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>True for an outcome that is asked for; <see cref="After"/> aside.</summary>
    public bool Admits(StepEnded ended) =>
        (Scope is not { } scope || ended.Scope == scope) && (Step is not { } step || ended.Step == step) && (Outcome is not { } outcome || ended.Outcome == outcome);
}

/// <summary>Failed items with one cause.</summary>
/// <param name="Code">Stable code of the failure; empty: none was recorded.</param>
/// <param name="Shape">The message with names and numbers left out, which is what the items have in common.</param>
/// <param name="Message">The first item's message in full.</param>
/// <param name="Count">Items.</param>
/// <param name="Examples">The first of them.</param>
public sealed record FailureGroup(string Code, string Shape, string Message, long Count, IReadOnlyList<SourceItem> Examples);

/// <summary>A wait and its run.</summary>
public sealed record OpenWait(RunId Run, WaitOpened Wait);

/// <summary>A collection in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Items">Items that are there.</param>
/// <param name="Gone">Items that complete listings no longer yield.</param>
/// <param name="LastSeen">Unix milliseconds of the newest sight; 0: empty.</param>
public sealed record CollectionSummary(string Name, long Items, long Gone, long LastSeen);

/// <summary>An item of a collection.</summary>
/// <param name="Key">Which item, with its prefix.</param>
/// <param name="Digest">SHA-256 of its value, 32 bytes.</param>
/// <param name="FirstSeen">Unix milliseconds.</param>
/// <param name="LastSeen">Unix milliseconds.</param>
/// <param name="Gone">Unix milliseconds since when a complete listing no longer yields it; null: it is there.</param>
public sealed record CollectionItem(string Key, byte[] Digest, long FirstSeen, long LastSeen, long? Gone);

/// <summary>What a run holds.</summary>
/// <param name="Outcomes">Rows.</param>
/// <param name="Rows">Rows of its sources.</param>
/// <param name="Artifacts">Artifacts its outcomes refer to.</param>
/// <param name="LogLines">Lines.</param>
public sealed record RunSize(long Outcomes, long Rows, long Artifacts, long LogLines);

/// <summary>How long a step took.</summary>
/// <param name="WorkflowDigest">The definition that <paramref name="Step"/> is an index of.</param>
/// <param name="Step">Index of the step in the plan.</param>
/// <param name="MadeBy">Action and version.</param>
/// <param name="Samples">Outcomes looked at.</param>
/// <param name="MeanMilliseconds">Mean time of a body.</param>
public sealed record StepDuration(string WorkflowDigest, int Step, string MadeBy, int Samples, double MeanMilliseconds);
