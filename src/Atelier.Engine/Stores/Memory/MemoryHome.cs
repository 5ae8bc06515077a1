using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>
/// What a store in memory has committed: it outlives the <see cref="MemoryRunStore"/> over it, as a file outlives the process that
/// wrote it. A second store over the same home is a restart; a <see cref="Clone"/> is a copy of the disk. Guarded by its own lock.
/// </summary>
public sealed class MemoryHome
{
    internal object Gate { get; } = new();

    internal long Epoch { get; set; }

    internal long LastRun { get; set; }

    internal SortedDictionary<long, MemoryRun> Runs { get; } = [];

    internal Dictionary<string, RunId> Keys { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, WorkflowRow> Workflows { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, MemoryCollection> Collections { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, ResultEntry> Results { get; } = new(StringComparer.Ordinal);

    internal Dictionary<(string Collection, string Key, string StepPath), LedgerEntry> Ledger { get; } = [];

    internal Dictionary<string, (FileStamp Stamp, string Digest)> Files { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<long, HourCounts> Hours { get; } = [];

    /// <summary>A copy that later commits to this home do not change.</summary>
    public MemoryHome Clone()
    {
        lock (Gate)
        {
            var copy = new MemoryHome { Epoch = Epoch, LastRun = LastRun };
            foreach (var (number, run) in Runs)
            {
                copy.Runs.Add(number, run.Clone());
            }

            foreach (var (name, collection) in Collections)
            {
                copy.Collections.Add(name, collection.Clone());
            }

            foreach (var (hour, counts) in Hours)
            {
                copy.Hours.Add(hour, counts);
            }

            Copy(Keys, copy.Keys);
            Copy(Workflows, copy.Workflows);
            Copy(Results, copy.Results);
            Copy(Ledger, copy.Ledger);
            Copy(Files, copy.Files);
            return copy;
        }
    }

    /// <summary>Counts the outcomes of a part that was written.</summary>
    internal void CountHours(IReadOnlyList<RunRecord> records)
    {
        foreach (var ended in records.OfType<StepEnded>())
        {
            var from = ended.At / HourCounts.Width * HourCounts.Width;
            var hour = Hours.GetValueOrDefault(from) ?? new HourCounts(from, default, default);
            Hours[from] = ended.Step == StepEnded.ItemEnd ? hour with { Items = hour.Items.Add(ended.Outcome) } : hour with { Steps = hour.Steps.Add(ended.Outcome) };
        }
    }

    private static void Copy<TKey, TValue>(Dictionary<TKey, TValue> from, Dictionary<TKey, TValue> to)
        where TKey : notnull
    {
        foreach (var (key, value) in from)
        {
            to.Add(key, value);
        }
    }
}
