using Atelier.Engine.Logs;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Live;

/// <summary>
/// The log of the engine, with word to those who watch it. Lines can be read after the commit or flush that writes them, whatever run it is of; one that came
/// while a commit was under way may be in the next only, so a run is named after both.
/// </summary>
internal sealed class LogRelay(IRunLogs logs, LiveHub live) : IRunLogs, IRunObserver
{
    private readonly Lock _gate = new();
    private HashSet<RunId> _noted = [];
    private HashSet<RunId> _told = [];

    /// <inheritdoc />
    public void Write(in StepLogLine line)
    {
        logs.Write(line);
        lock (_gate)
        {
            _noted.Add(line.Run);
        }
    }

    /// <inheritdoc />
    public void Flush()
    {
        logs.Flush();
        Tell();
    }

    /// <inheritdoc />
    public IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit) => logs.ReadLog(run, from, limit);

    /// <inheritdoc />
    public void Committed(RunId run, IReadOnlyList<RunRecord> records)
    {
        live.Committed(run, records);
        Tell();
    }

    /// <inheritdoc />
    public void Doubted(RunId run) => live.Doubted(run);

    private void Tell()
    {
        HashSet<RunId> runs;
        lock (_gate)
        {
            if (_noted.Count == 0 && _told.Count == 0)
            {
                return;
            }

            runs = [.. _noted, .. _told];
            (_told, _noted) = (_noted, []);
        }

        foreach (var run in runs)
        {
            live.Logged(run);
        }
    }
}
