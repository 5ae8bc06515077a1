using Atelier.Engine.Logs;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Lines of logs that the next commit writes along.</summary>
internal sealed class LogLines
{
    private const int MostPending = 50_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<long, long> _numbers = [];
    private List<(RunId Run, LogLine Line)> _pending = [];
    private List<(RunId Run, LogLine Line)> _writing = [];

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count == 0 && _writing.Count == 0;
            }
        }
    }

    /// <summary>Takes a line; beyond a bound, while the disk is full or slow, lines are dropped rather than kept in memory.</summary>
    public void Add(in StepLogLine line)
    {
        lock (_gate)
        {
            if (_pending.Count < MostPending)
            {
                _pending.Add((line.Run, LogLine.Of(line)));
            }
        }
    }

    public void Write(Database database)
    {
        lock (_gate)
        {
            // What a failed commit did not write comes first.
            _writing.AddRange(_pending);
            _pending = [];
        }

        using var last = database.Compile("SELECT ifnull(max(number), 0) FROM logs WHERE run = ?1");
        using var insert = database.Compile("INSERT OR REPLACE INTO logs VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        _numbers.Clear();
        foreach (var (run, line) in _writing)
        {
            if (!_numbers.TryGetValue(run.Value, out var number))
            {
                last.Bind(1, run.Value).Step();
                number = last.Int64(0);
                last.Reset();
            }

            // The last line of a full log says what became of the others.
            if (number <= IRunLogs.LinesPerRun)
            {
                _numbers[run.Value] = ++number;
                insert.Bind(1, run.Value).Bind(2, number).Bind(3, line.Scope.Value).Bind(4, line.Step).Bind(5, line.Attempt)
                    .Bind(6, (long)line.Level).Bind(7, line.At).Bind(8, number > IRunLogs.LinesPerRun ? "further lines of this run were dropped" : line.Text).Run();
            }
        }
    }

    public void Written()
    {
        lock (_gate)
        {
            _writing = [];
        }
    }
}
