using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Values;

/// <summary>
/// What a run has decided and the store does not have yet. Expressions of a decision are evaluated before the commit that covers it, so
/// rows that ended in the same turn are found here. Bodies start after the commit and on other threads: for them there is nothing here.
/// </summary>
internal sealed class PendingRecords(RunId run)
{
    private readonly Queue<IReadOnlyList<RunRecord>> _submitted = new();
    private IReadOnlyList<RunRecord>? _turn;
    private int _thread;

    /// <summary>Submissions that the committer has not answered.</summary>
    public int Submissions => _submitted.Count;

    /// <summary>A turn was handed to the committer.</summary>
    public void Submitted(IReadOnlyList<RunRecord> records) => _submitted.Enqueue(records);

    /// <summary>The oldest submission was answered.</summary>
    public void Answered() => _submitted.Dequeue();

    /// <summary>Expressions of this turn are evaluated by this thread from now on.</summary>
    public void Begin(IReadOnlyList<RunRecord> turn)
    {
        _turn = turn;
        _thread = Environment.CurrentManagedThreadId;
    }

    /// <summary>No expression of the turn is evaluated any more.</summary>
    public void End() => _turn = null;

    /// <summary>A page of a block's items with the ends that are not committed yet.</summary>
    public IReadOnlyList<BlockItem> Complete(RunId of, int block, IReadOnlyList<BlockItem> stored)
    {
        if (!IsSeen(of) || stored.Count == 0)
        {
            return stored;
        }

        var ends = new Dictionary<long, StepEnded>();
        foreach (var end in Records().OfType<StepEnded>().Where(end => end.Step == StepEnded.ItemEnd && end.Scope.Block == block))
        {
            ends[end.Scope.Ordinal] = end;
        }

        return ends.Count == 0
            ? stored
            : [.. stored.Select(item => ends.TryGetValue(item.Ordinal, out var end) && end.Drive >= item.Drive
                ? item with { Outcome = end.Outcome, Output = end.Output, Detail = end.Detail, At = end.At, Drive = end.Drive }
                : item)];
    }

    /// <summary>A page of a source's rows with those that are not committed yet.</summary>
    public IReadOnlyList<SourceItem> Complete(RunId of, int source, long from, int limit, IReadOnlyList<SourceItem> stored)
    {
        if (!IsSeen(of) || stored.Count == limit)
        {
            return stored;
        }

        var next = stored.Count == 0 ? from : stored[^1].Ordinal + 1;
        var rows = new List<SourceItem>(stored);
        foreach (var page in Records().OfType<PageRecorded>().Where(page => page.Source == source))
        {
            for (var index = (int)Math.Max(0, next - page.FirstOrdinal); index < page.Rows.Count && rows.Count < limit; index++)
            {
                rows.Add(new SourceItem(page.FirstOrdinal + index, page.Rows[index].Key, page.Rows[index].Value));
                next = page.FirstOrdinal + index + 1;
            }
        }

        return rows;
    }

    private bool IsSeen(RunId of) => of == run && _turn is not null && _thread == Environment.CurrentManagedThreadId;

    private IEnumerable<RunRecord> Records() => _submitted.SelectMany(static records => records).Concat(_turn!);
}
