using Atelier.Engine.Artifacts;
using Atelier.Engine.Records;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Running;

/// <summary>
/// Group commit: submissions wait here and go to the store together, the next group as soon as the last one returned. A run with
/// much to write leaves room for the others. One thread calls <see cref="CommitNext"/>; submissions of a run stay in order.
/// </summary>
internal sealed class CommitQueue(IRunStore store, IArtifactStore artifacts, IRunObserver? observer = null)
{
    /// <summary>Most records of a commit.</summary>
    public const int MaxRecords = 2000;

    /// <summary>Most records of a run with much to write while others have something to write too.</summary>
    public const int MaxShare = 24;

    private static readonly RunCommitResult Overtaken = new(RunCommitStatus.Failed, [], "what came before it could not be written");

    private readonly Lock _lock = new();
    private readonly LinkedList<Submission> _waiting = [];
    private readonly Queue<Action<IRunStore>> _work = new();
    private List<Submission>? _retry;
    private int _others;
    private int _pressing;

    /// <summary>Why nothing can be written at present; null: all is well.</summary>
    public string? Stalled { get; private set; }

    /// <summary>Commits so far.</summary>
    public long Commits { get; private set; }

    public bool HasWork
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count > 0 || _work.Count > 0 || _retry is not null;
            }
        }
    }

    /// <summary>True while all there is to commit are notes of starts, which may go with what comes next.</summary>
    public bool MayWait
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count > 0 && _pressing == 0 && _work.Count == 0 && _retry is null;
            }
        }
    }

    /// <summary>Takes a submission; true when the committer must be told.</summary>
    public bool Enqueue(Submission submission)
    {
        lock (_lock)
        {
            _waiting.AddLast(submission);
            _pressing += submission.MayWait ? 0 : 1;
            return !submission.MayWait || _waiting.Count == 1;
        }
    }

    /// <summary>Runs between two commits, on the committing thread.</summary>
    public void Enqueue(Action<IRunStore> work)
    {
        lock (_lock)
        {
            _work.Enqueue(work);
        }
    }

    /// <summary>Commits one group. Null: there was nothing to commit, or the store asks to try again later (see <see cref="Stalled"/>).</summary>
    public List<Submission>? CommitNext()
    {
        if (!RunOtherWork())
        {
            return null;
        }

        var group = _retry ?? TakeGroup();
        if (group.Count == 0)
        {
            return null;
        }

        _retry = null;
        try
        {
            Commit(group);
            Stalled = null;
        }
        catch (StoreException failure) when (failure.Retry)
        {
            Stalled = failure.Message;
            _retry = group;
            return null;
        }
        catch (StoreException failure)
        {
            Stalled = failure.Message;
            var result = new RunCommitResult(RunCommitStatus.Failed, [], failure.Message);
            group.ForEach(submission =>
            {
                submission.Result = result;
                submission.Actor.Broken = true;
                observer?.Doubted(submission.Actor.Id);
            });
        }

        return group;
    }

    /// <summary>False: the store asks to try again later, and nothing may overtake.</summary>
    private bool RunOtherWork()
    {
        while (true)
        {
            Action<IRunStore>? work;
            lock (_lock)
            {
                if (!_work.TryPeek(out work))
                {
                    return true;
                }
            }

            try
            {
                work(store);
            }
            catch (StoreException failure) when (failure.Retry)
            {
                Stalled = failure.Message;
                return false;
            }

            lock (_lock)
            {
                _work.Dequeue();
            }
        }
    }

    private List<Submission> TakeGroup()
    {
        var group = new List<Submission>();
        lock (_lock)
        {
            var records = 0;
            var shares = new Dictionary<RunActor, int>();
            var several = _others > 0 || (_waiting.First is { } first && _waiting.Last!.Value.Actor != first.Value.Actor);
            for (var node = _waiting.First; node is not null && records < MaxRecords;)
            {
                var next = node.Next;
                var submission = node.Value;
                shares.TryGetValue(submission.Actor, out var share);
                if (share < 0 || (several && share > 0 && share + submission.Records.Count > MaxShare))
                {
                    shares[submission.Actor] = -1;
                }
                else
                {
                    shares[submission.Actor] = share + Math.Max(1, submission.Records.Count);
                    records += submission.Records.Count;
                    group.Add(submission);
                    _waiting.Remove(node);
                    _pressing -= submission.MayWait ? 0 : 1;
                }

                node = next;
            }

            _others = shares.Count > 1 ? 32 : Math.Max(0, _others - 1);
        }

        return group;
    }

    private void Commit(List<Submission> group)
    {
        var parts = new List<RunCommit>();
        var members = new List<List<Submission>>();
        var positions = new Dictionary<RunActor, int>();
        foreach (var submission in group)
        {
            if (submission.Actor.Broken)
            {
                submission.Result = Overtaken;
                continue;
            }

            if (positions.TryGetValue(submission.Actor, out var position))
            {
                members[position].Add(submission);
                continue;
            }

            positions[submission.Actor] = members.Count;
            members.Add([submission]);
        }

        var persist = new List<string>();
        foreach (var submissions in members)
        {
            parts.Add(new RunCommit(submissions[0].Actor.Lease, Merge(submissions, persist)));
        }

        if (persist.Count > 0)
        {
            artifacts.Persist(persist);
        }

        var written = parts.FindAll(static part => part.Records.Count > 0);
        var results = written.Count == 0 ? [] : store.Commit(written);
        Commits++;
        for (int index = 0, result = 0; index < parts.Count; index++)
        {
            var answer = parts[index].Records.Count == 0 ? RunCommitResult.Committed : results[result++];
            members[index].ForEach(submission => submission.Result = answer);
            members[index][0].Actor.Broken |= answer.Status != RunCommitStatus.Committed;
            Tell(parts[index], answer);
        }
    }

    private void Tell(RunCommit part, RunCommitResult answer)
    {
        if (observer is null || part.Records.Count == 0)
        {
            return;
        }

        if (answer.Status == RunCommitStatus.Committed)
        {
            observer.Committed(part.Lease.Run, part.Records);
        }
        else
        {
            observer.Doubted(part.Lease.Run);
        }
    }

    /// <summary>The records of a run in order; of rows that are written whole only the last one stays, of a start none beside its outcome.</summary>
    private static IReadOnlyList<RunRecord> Merge(List<Submission> submissions, List<string> persist)
    {
        var records = submissions[0].Records;
        if (submissions.Count > 1)
        {
            records = [.. submissions.SelectMany(static submission => submission.Records)];
        }

        // The lists belong to their submissions, which the deciding thread may be reading: what is left out is left out of a copy.
        HashSet<(char, int)>? seen = null;
        HashSet<RunRecord>? dropped = null;
        HashSet<(long, int, int)>? ended = null;
        for (var index = records.Count - 1; index >= 0; index--)
        {
            switch (records[index])
            {
                case StepEnded end:
                    persist.AddRange(end.Artifacts);
                    (ended ??= []).Add((end.Scope.Value, end.Step, end.Drive));
                    break;
                case AttemptRecorded { State: AttemptState.Started } start when ended?.Contains((start.Scope.Value, start.Step, start.Drive)) == true:
                case BlockRecorded block when !(seen ??= []).Add(('b', block.Block)):
                case SourceRecorded source when !(seen ??= []).Add(('s', source.Source)):
                case RunRested when !(seen ??= []).Add(('r', 0)):
                case RunSpent when !(seen ??= []).Add(('m', 0)):
                    (dropped ??= new HashSet<RunRecord>(ReferenceEqualityComparer.Instance)).Add(records[index]);
                    break;
            }
        }

        if (dropped is not null)
        {
            records = records.FindAll(record => !dropped.Contains(record));
        }

        return records;
    }
}
