using Atelier.Engine.Leases;
using Atelier.Engine.Runs;
using Atelier.Engine.Slots;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Running;

/// <summary>The two threads of an engine: one decides, one commits.</summary>
internal sealed class LoopThreads
{
    /// <summary>Longest sleep of the loop: a clock that was set is noticed within it.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    /// <summary>How long notes of starts may wait for something to go with: a body that takes the machine down later than that is seen to have started.</summary>
    private static readonly TimeSpan StartsWait = TimeSpan.FromMilliseconds(50);

    private readonly RunLoop _loop;
    private readonly CommitQueue _commits;
    private readonly TimeProvider _time;
    private readonly SlotPool _slots;
    private readonly LeaseDesk _leases;
    private readonly IRunLogs? _log;
    private readonly TimeSpan _grace;
    private readonly ManualResetEventSlim _wake = new(false, 50);
    private readonly ManualResetEventSlim _commitWake = new(false, 50);
    private readonly Thread _loopThread;
    private readonly Thread _commitThread;
    private volatile bool _stopping;

    public LoopThreads(EngineParts parts, EnginePorts ports, TimeSpan grace)
    {
        _loop = parts.Loop;
        _commits = parts.Commits;
        _slots = parts.Slots;
        _leases = parts.Leases;
        _time = ports.Time;
        _log = ports.Log as IRunLogs;
        _grace = grace;
        _loop.Wake = _wake.Set;
        _loop.CommitWaiting = _commitWake.Set;
        _loopThread = new Thread(RunLoop) { IsBackground = true, Name = "atelier loop" };
        _commitThread = new Thread(RunCommits) { IsBackground = true, Name = "atelier commits" };
    }

    public void Start()
    {
        _loopThread.Start();
        _commitThread.Start();
    }

    /// <summary>Runs on the committing thread between two commits.</summary>
    public void BetweenCommits(Action<IRunStore> work)
    {
        _commits.Enqueue(work);
        _commitWake.Set();
    }

    /// <summary>Keeps a definition before the first commit that names it.</summary>
    public void SaveWorkflow(WorkflowRow workflow, TaskCompletionSource<RunId> started) =>
        BetweenCommits(store =>
        {
            try
            {
                store.SaveWorkflow(workflow);
            }
            catch (StoreException exception) when (!exception.Retry)
            {
                started.TrySetException(exception);
            }
        });

    /// <summary>Ends bodies, then decides and commits what they left, then ends the threads.</summary>
    public async Task StopAsync()
    {
        _loop.StopBodies();
        if (_loopThread.IsAlive)
        {
            await Task.WhenAny(_slots.CloseAsync(), Task.Delay(_grace, _time, CancellationToken.None)).ConfigureAwait(false);
        }

        _stopping = true;
        _wake.Set();
        _commitWake.Set();
        await Task.Run(() =>
        {
            if (_loopThread.IsAlive)
            {
                _loopThread.Join();
            }

            if (_commitThread.IsAlive)
            {
                _commitThread.Join();
            }
        }).ConfigureAwait(false);
        _leases.End();
        foreach (var actor in _loop.Actors.Values)
        {
            actor.Dead = true;
            actor.Waiters.ForEach(static waiter => waiter.TrySetCanceled());
        }
    }

    private void RunLoop()
    {
        while (true)
        {
            _wake.Reset();
            if (_loop.Turn())
            {
                continue;
            }

            if (_stopping)
            {
                return;
            }

            var sleep = LongestSleep;
            if (_loop.NextDue() is { } due)
            {
                var left = TimeSpan.FromMilliseconds(due - _time.GetUtcNow().ToUnixTimeMilliseconds());
                sleep = left < sleep ? left : sleep;
            }

            if (sleep > TimeSpan.Zero)
            {
                _wake.Wait(sleep);
            }
        }
    }

    private void RunCommits()
    {
        while (!_stopping || _loopThread.IsAlive || _commits.HasWork)
        {
            _commitWake.Reset();
            if (_commits.MayWait && !_stopping)
            {
                _commitWake.Wait(StartsWait);
            }

            if (_commits.CommitNext() is { } group)
            {
                _loop.Post(() => _loop.Committed(group));
            }
            else if (_commits.Stalled is not null)
            {
                if (_stopping)
                {
                    return;
                }

                _commitWake.Wait(LongestSleep);
            }
            else if (!_stopping && !_commits.HasWork && !_commitWake.Wait(LongestSleep))
            {
                _log?.Flush();
            }
        }
    }
}
