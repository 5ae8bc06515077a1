using Atelier.Engine.Logs;
using Atelier.Engine.Runs;
using Atelier.Sdk;

namespace Atelier.Engine.Stores;

/// <summary>A line that a body wrote to its step's log.</summary>
public sealed record LogLine
{
    /// <summary>Longest text kept, in characters; the rest is cut off.</summary>
    public const int MaximumLength = 8_192;

    /// <summary>Position in the run's log, from 1; given by the store.</summary>
    public long Number { get; init; }

    /// <summary>Where.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the step in the plan.</summary>
    public required int Step { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>How loud.</summary>
    public required StepLogLevel Level { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>What it says, secrets masked.</summary>
    public required string Text { get; init; }

    /// <summary>A line as a body wrote it.</summary>
    public static LogLine Of(in StepLogLine line) => new()
    {
        Scope = line.Scope,
        Step = line.Step,
        Attempt = line.Attempt,
        Level = line.Level,
        At = line.At,
        Text = line.Text.Length <= MaximumLength ? line.Text : line.Text[..MaximumLength] + "…",
    };
}
