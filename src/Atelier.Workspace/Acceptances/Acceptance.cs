using Atelier.Engine.Runs;

namespace Atelier.Workspace.Acceptances;

/// <summary>Failed items of one cause that somebody accepted as they are: they stay failed, and need nobody any more.</summary>
/// <param name="Run">Run.</param>
/// <param name="Block">Number of the block.</param>
/// <param name="Code">Code of the failure.</param>
/// <param name="Shape">Its message with names and numbers left out.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, by name: it stays readable when the user is gone.</param>
/// <param name="Note">Why; null: nothing was said.</param>
public sealed record Acceptance(RunId Run, int Block, string Code, string Shape, DateTimeOffset At, string By, string? Note);
