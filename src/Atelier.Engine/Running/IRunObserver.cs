using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Running;

/// <summary>
/// Hears of every commit, for counters and live views. Called by the committing thread, in commit order of each run: whoever listens takes note and returns
/// at once, and never throws. The lists are not changed afterwards and may be kept.
/// </summary>
public interface IRunObserver
{
    /// <summary>These records of a run are durable. The last one's <see cref="RunRecord.Seq"/> is the run's position; numbers in between may be missing.</summary>
    void Committed(RunId run, IReadOnlyList<RunRecord> records);

    /// <summary>It is unknown what of a run was written: who counts must read it anew.</summary>
    void Doubted(RunId run);
}
