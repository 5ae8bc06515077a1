using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Counts outcomes by hour in the commit that brings them: exact after a crash, at the cost of one or two rows a commit whatever its size.</summary>
internal sealed class HourTable(Database database)
{
    private readonly Statement _add = database.Prepare("""
        INSERT INTO hours VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (hour, of_items) DO UPDATE SET succeeded = succeeded + ?3, empty = empty + ?4,
            rejected = rejected + ?5, failed = failed + ?6, skipped = skipped + ?7, cancelled = cancelled + ?8
        """);

    private readonly Dictionary<(long Hour, bool OfItems), OutcomeCounts> _counts = [];

    public void Write(IReadOnlyList<RunCommit> parts, RunCommitResult[] results)
    {
        _counts.Clear();
        for (var index = 0; index < parts.Count; index++)
        {
            if (results[index].Status == RunCommitStatus.Committed)
            {
                Count(parts[index].Records);
            }
        }

        foreach (var ((hour, ofItems), counts) in _counts)
        {
            _add.Bind(1, hour).Bind(2, ofItems ? 1 : 0).Bind(3, counts.Succeeded).Bind(4, counts.Empty).Bind(5, counts.Rejected).Bind(6, counts.Failed)
                .Bind(7, counts.Skipped).Bind(8, counts.Cancelled).Run();
        }
    }

    private void Count(IReadOnlyList<RunRecord> records)
    {
        for (var index = 0; index < records.Count; index++)
        {
            if (records[index] is StepEnded ended)
            {
                var key = (ended.At / HourCounts.Width, ended.Step == StepEnded.ItemEnd);
                _counts[key] = _counts.GetValueOrDefault(key).Add(ended.Outcome);
            }
        }
    }
}
