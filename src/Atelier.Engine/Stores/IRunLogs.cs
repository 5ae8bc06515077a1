using Atelier.Engine.Logs;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>
/// Lines of steps' logs. They are written in groups with the next commit, never synced one by one: a crash may lose the last ones. A run keeps its
/// first <see cref="LinesPerRun"/> lines; one more says that others were dropped.
/// </summary>
public interface IRunLogs : IStepLog
{
    /// <summary>Lines a run keeps.</summary>
    const int LinesPerRun = 20_000;

    /// <summary>Writes what was taken, for runs that commit nothing for a while; any thread.</summary>
    void Flush();

    /// <summary>Lines of a run from a number on, in order, as far as they are written.</summary>
    IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit);
}
