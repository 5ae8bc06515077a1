using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary>Looks at a run five times a second until it ends, or rests without a time at which it would go on by itself.</summary>
internal sealed class RunFollower(AttendedSession session, RunId run, bool wait)
{
    private const int Milliseconds = 200;

    /// <summary>What the run did last; null: it has ended.</summary>
    public async Task<RunActivity?> FollowAsync(Action<RunActivity> show)
    {
        while (true)
        {
            var reply = await session.AskAsync(new OwnerRequest.Follow(run.ToString(), Milliseconds)).ConfigureAwait(false);
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

    private bool Rests() => session.Reader.Store.FindRun(run) is { Resting: true, Wake: null, Phase: not RunPhase.Ended };
}
