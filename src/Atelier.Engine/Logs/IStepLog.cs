using Atelier.Engine.Runs;
using Atelier.Sdk;

namespace Atelier.Engine.Logs;

/// <summary>Where bodies' log lines go. Lines are written in groups and may be lost with the machine; outcomes are not.</summary>
public interface IStepLog
{
    /// <summary>Takes a line; returns at once.</summary>
    void Write(in StepLogLine line);
}

/// <summary>One line of a step's log.</summary>
/// <param name="Run">The run.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Step">Index of the step in the plan.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Level">How loud.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Text">Masked text.</param>
public readonly record struct StepLogLine(RunId Run, ScopeId Scope, int Step, int Attempt, StepLogLevel Level, long At, string Text);
