using Atelier.Cli.Progress;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>A command's time with a home: asks, shows runs, stays while other commands need this process, and ends quickly on Ctrl-C.</summary>
internal sealed class AttendedSession(HomeSession session, Invocation invocation) : IAsyncDisposable
{
    /// <summary>Ctrl-C promises an end within 10 s.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private HomeReader? _reader;

    /// <summary>Runs, for reading.</summary>
    public HomeReader Reader => _reader ??= invocation.Read();

    /// <summary>Asks the owner.</summary>
    /// <exception cref="CommandException">It refused.</exception>
    public async Task<OwnerReply> AskAsync(OwnerRequest request)
    {
        var reply = await session.AskAsync(request, invocation.Interrupted).ConfigureAwait(false);
        return reply.Problem is { } problem ? throw CommandException.Refused(problem.Code, problem.Message) : reply;
    }

    /// <summary>Shows a run until it ends or waits; gives the status it means.</summary>
    public async Task<int> ShowAsync(RunId run, WorkflowPlan plan, bool wait)
    {
        try
        {
            var follower = new RunFollower(this, run, wait);
            var activity = await ProgressViews.Of(invocation, run).ShowAsync(follower.FollowAsync).ConfigureAwait(false);
            var report = RunReport.Of(Reader, run, plan, activity);
            ReportText.Write(report, invocation.Terminal);
            if (invocation.Terminal.Json)
            {
                invocation.Terminal.Write(writer => ReportJson.Write(writer, report));
            }

            await StayAsync(run).ConfigureAwait(false);
            return report.Exit;
        }
        catch (OperationCanceledException) when (invocation.Interrupted.IsCancellationRequested)
        {
            return Interrupted(run);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        var ending = session.DisposeAsync().AsTask();
        if (invocation.Interrupted.IsCancellationRequested)
        {
            await Task.WhenAny(ending, Task.Delay(LongestEnd, invocation.Time)).ConfigureAwait(false);
        }
        else
        {
            await ending.ConfigureAwait(false);
        }
    }

    private int Interrupted(RunId run)
    {
        invocation.Terminal.Tell(session.Owned is null
            ? $"{run} goes on in the process that owns the home: `atelier resume {run}` to watch it again, `atelier runs cancel {run}` to end it."
            : $"Interrupted. What was done is kept: `atelier resume {run}` goes on with it.");
        return ExitCodes.Interrupted;
    }

    /// <summary>Other commands may have runs in this process: ending now would cut them off in the middle of their steps.</summary>
    private async Task StayAsync(RunId run)
    {
        var told = false;
        while (session.Owned is { Connections: > 0, IsBusy: true })
        {
            if (!told)
            {
                told = true;
                invocation.Terminal.Tell($"{run} is shown above. This process also runs what other commands started; Ctrl-C hands that over to them.");
            }

            await Task.Delay(Look, invocation.Time, invocation.Interrupted).ConfigureAwait(false);
        }
    }
}
