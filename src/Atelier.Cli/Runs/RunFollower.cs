using Atelier.Cli.Homes.Desks;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary>Looks at a run five times a second until it ends, or rests without a time at which it would go on by itself, a person's deadline aside.</summary>
internal sealed class RunFollower(IHomeDesk desk, HomeReader reader, RunId run, bool wait)
{
    private const int Milliseconds = 200;

    private long? _asked;
    private bool _isDeadline;

    /// <summary>What the run did last; null: it has ended.</summary>
    public async Task<RunActivity?> FollowAsync(Action<RunActivity> show, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reply = await desk.AskAsync(new OwnerRequest.Follow(run.ToString(), Milliseconds), cancellationToken).ConfigureAwait(false);
            if (reply.Problem is { } problem)
            {
                throw CommandException.Refused(problem.Code, problem.Message);
            }

            if (reply.Ended)
            {
                return null;
            }

            if (reply.Activity is not { } activity)
            {
                continue;
            }

            show(activity);
            if (!wait && (activity.Phase == RunPhase.Paused || (activity.Resting && Rests())))
            {
                return activity;
            }
        }
    }

    private bool Rests() => reader.Store.FindRun(run) is { Resting: true, Phase: not RunPhase.Ended } row && (row.Wake is not { } wake || IsDeadline(wake));

    // Before a person's deadline nothing goes on by itself, so there is nothing to stay for. Asked once for each moment, for a run can have many waits.
    private bool IsDeadline(long wake)
    {
        if (_asked != wake)
        {
            _asked = wake;
            _isDeadline = reader.Store.Load(run)?.Waits.Any(wait => wait.Person && wait.Due == wake) ?? false;
        }

        return _isDeadline;
    }
}
