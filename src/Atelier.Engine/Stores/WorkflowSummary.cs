using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>A version of a workflow in a list, without its texts.</summary>
/// <param name="Digest"><c>sha256:...</c> of all its texts.</param>
/// <param name="Name">The workflow's name.</param>
/// <param name="Label">For people; null: none.</param>
/// <param name="File">Absolute path it came from; null: none.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Runs">Runs of it.</param>
public sealed record WorkflowVersionSummary(string Digest, string Name, string? Label, string? File, long At, long Runs);

/// <summary>A workflow in a list.</summary>
/// <param name="Newest">Its newest version: registered last, of equal times the one with the highest digest.</param>
/// <param name="Versions">How many there are.</param>
/// <param name="Runs">Runs of all versions.</param>
/// <param name="LastRun">The newest of them; null: none yet.</param>
public sealed record WorkflowSummary(WorkflowVersionSummary Newest, int Versions, long Runs, RunId? LastRun)
{
    /// <summary>Its name.</summary>
    public string Name => Newest.Name;
}
