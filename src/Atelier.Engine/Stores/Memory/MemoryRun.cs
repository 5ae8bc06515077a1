using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>All that is recorded of one run. Records are immutable, so copies share them.</summary>
internal sealed class MemoryRun(RunRow row)
{
    public RunRow Row { get; set; } = row;

    public string? IdempotencyKey { get; init; }

    public SortedDictionary<int, BlockRecorded> Blocks { get; } = [];

    public SortedDictionary<int, SourceRecorded> Sources { get; } = [];

    public Dictionary<int, SortedList<long, RowRecord>> Rows { get; } = [];

    public Dictionary<ScopeId, SortedList<(int Step, int Drive), StepEnded>> Outcomes { get; } = [];

    public Dictionary<ScopeId, SortedList<(int Step, int Drive, int Attempt), AttemptRecorded>> Attempts { get; } = [];

    public SortedDictionary<(long Scope, int Step), WaitOpened> Waits { get; } = [];

    /// <summary>By arrival. Consumed ones stay, so that the same signal again is still known.</summary>
    public List<MemorySignal> Signals { get; } = [];

    public List<LogLine> Log { get; } = [];

    public void Append(LogLine line)
    {
        if (Log.Count <= IRunLogs.LinesPerRun)
        {
            var text = Log.Count == IRunLogs.LinesPerRun ? "further lines of this run were dropped" : line.Text;
            Log.Add(line with { Number = Log.Count + 1, Text = text });
        }
    }

    /// <summary>Newest drive of a step in a scope; null: none.</summary>
    public StepEnded? Newest(ScopeId scope, int step)
    {
        if (!Outcomes.TryGetValue(scope, out var recorded))
        {
            return null;
        }

        StepEnded? newest = null;
        foreach (var outcome in recorded.Values)
        {
            if (outcome.Step > step)
            {
                break;
            }

            newest = outcome.Step == step ? outcome : newest;
        }

        return newest;
    }

    public MemoryRun Clone()
    {
        var copy = new MemoryRun(Row) { IdempotencyKey = IdempotencyKey };
        foreach (var (number, block) in Blocks)
        {
            copy.Blocks.Add(number, block);
        }

        foreach (var (number, source) in Sources)
        {
            copy.Sources.Add(number, source);
        }

        foreach (var (number, rows) in Rows)
        {
            copy.Rows.Add(number, new SortedList<long, RowRecord>(rows));
        }

        foreach (var (scope, outcomes) in Outcomes)
        {
            copy.Outcomes.Add(scope, new SortedList<(int, int), StepEnded>(outcomes));
        }

        foreach (var (scope, attempts) in Attempts)
        {
            copy.Attempts.Add(scope, new SortedList<(int, int, int), AttemptRecorded>(attempts));
        }

        foreach (var (key, wait) in Waits)
        {
            copy.Waits.Add(key, wait);
        }

        copy.Signals.AddRange(Signals);
        copy.Log.AddRange(Log);
        return copy;
    }
}
