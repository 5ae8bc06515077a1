namespace Atelier.Sdk;

/// <summary>Where a body runs: which run, which step, which item, which attempt. Used in messages, never parsed.</summary>
/// <param name="Run">The run's public id.</param>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="StepPath">Step ids from the root, separated by <c>/</c>.</param>
/// <param name="Key">The keys of the enclosing items from the outside in, separated by <c> › </c>; null outside items.</param>
/// <param name="Drive">0 at first; one more for each retry or re-drive a person asked for.</param>
/// <param name="Attempt">1-based try within the drive.</param>
public sealed record StepAddress(string Run, string Workflow, string StepPath, string? Key, int Drive, int Attempt)
{
    /// <inheritdoc />
    public override string ToString() => Key is null ? $"{Run} {StepPath}" : $"{Run} {StepPath} [{Key}]";
}
