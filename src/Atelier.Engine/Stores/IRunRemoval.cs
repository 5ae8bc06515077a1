using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>Removes runs that have ended.</summary>
public interface IRunRemoval
{
    /// <summary>
    /// Removes a run with all that it alone holds; its number is never given again. What it left in collections and for reuse stays; artifacts that nothing refers to any more
    /// go with the next collection of garbage. May be called again after a crash. Failed: the run has not ended or does not exist.
    /// </summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    RunCommitStatus DeleteRun(RunLease lease);
}
