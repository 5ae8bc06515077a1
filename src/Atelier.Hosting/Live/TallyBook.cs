using System.Collections.Concurrent;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tallies;

namespace Atelier.Hosting.Live;

/// <summary>
/// Counters of runs, kept up from what is committed: exact from a run's first record on. A run that nobody counted is counted once from the store when somebody
/// asks, and kept up from there. Folding happens beside the committing thread, in commit order.
/// </summary>
/// <param name="queries">Where runs are counted that were not watched from the start.</param>
/// <param name="counted">Told when such a run is counted.</param>
/// <param name="folded">Given every commit too, in the same order and beside the committing thread.</param>
internal sealed class TallyBook(IRunQueries queries, Action<RunId> counted, Action<RunId, IReadOnlyList<RunRecord>?> folded)
{
    /// <summary>Runs whose counters are kept; of others the one that was not asked about longest goes first.</summary>
    private const int Kept = 1_000;

    private readonly ConcurrentQueue<(RunId Run, IReadOnlyList<RunRecord>? Records, TaskCompletionSource? Reached)> _inbox = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<RunId, LinkedListNode<RunCount>> _counts = [];
    private readonly LinkedList<RunCount> _order = [];
    private int _folding;

    /// <summary>Takes note of a commit; null: what was written is in doubt. Returns at once.</summary>
    public void Note(RunId run, IReadOnlyList<RunRecord>? records) => Enqueue(run, records, null);

    /// <summary>A run's counters, with all that was noted before. Waits up to <paramref name="patience"/> for a run that must be counted first; counting goes on beside.</summary>
    public async Task<RunCounters> ReadAsync(RunId run, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(run, null, reached);
        await reached.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        var count = Find(run, create: true)!;
        if (count.Start(queries, counted) is { IsCompleted: false } counting)
        {
            await Task.WhenAny(counting, Task.Delay(patience, time, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        return count.Read();
    }

    /// <summary>Forgets a run that is no more.</summary>
    public void Remove(RunId run)
    {
        lock (_gate)
        {
            if (_counts.Remove(run, out var node))
            {
                _order.Remove(node);
            }
        }
    }

    private void Enqueue(RunId run, IReadOnlyList<RunRecord>? records, TaskCompletionSource? reached)
    {
        _inbox.Enqueue((run, records, reached));
        if (Interlocked.Exchange(ref _folding, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static book => book.Fold(), this, preferLocal: false);
        }
    }

    private void Fold()
    {
        do
        {
            while (_inbox.TryDequeue(out var noted))
            {
                if (noted.Reached is { } reached)
                {
                    reached.TrySetResult();
                }
                else
                {
                    Fold(noted.Run, noted.Records);
                }
            }

            Volatile.Write(ref _folding, 0);
        }
        while (!_inbox.IsEmpty && Interlocked.Exchange(ref _folding, 1) == 0);
    }

    private void Fold(RunId run, IReadOnlyList<RunRecord>? records)
    {
        folded(run, records);
        if (records is null)
        {
            Remove(run);
        }
        else
        {
            Find(run, create: records[0] is RunCreated)?.Add(records, Earlier(run));
        }
    }

    private RunCount? Find(RunId run, bool create)
    {
        lock (_gate)
        {
            if (_counts.TryGetValue(run, out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                return node.Value;
            }

            if (!create)
            {
                return null;
            }

            var count = new RunCount(run);
            _counts[run] = _order.AddFirst(count);
            while (_counts.Count > Kept)
            {
                _counts.Remove(_order.Last!.Value.Run);
                _order.RemoveLast();
            }

            return count;
        }
    }

    /// <summary>The outcome that a new drive of a step takes the place of.</summary>
    private Func<ScopeId, int, int, StepEnded?> Earlier(RunId run) => (scope, step, drive) =>
    {
        var ended = queries.ListOutcomes(run, new OutcomeFilter { Scope = scope, Step = step, Limit = int.MaxValue }).LastOrDefault(row => row.Drive < drive);
        var replaced = ended is not null && queries.ListAttempts(run, [scope])
            .Any(attempt => attempt.State == AttemptState.Redriven && attempt.Step == step && attempt.Drive > ended.Drive && attempt.Drive < drive);
        return replaced ? null : ended;
    };
}
