using Atelier.Cli.Homes.Desks;
using Atelier.Cli.Progress;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>A command's time with a home: asks, shows runs, stays while other commands need this process, and ends quickly on Ctrl-C.</summary>
internal sealed class AttendedSession(IHomeDesk desk, Invocation invocation) : IAsyncDisposable
{
    /// <summary>Ctrl-C promises an end within 10 s.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Starts a run.</summary>
    /// <exception cref="CommandException">It was refused.</exception>
    public Task<RunStarted> StartAsync(RunStart start) => desk.StartAsync(start, invocation.Interrupted);

    /// <summary>Asks for a change.</summary>
    /// <exception cref="CommandException">It was refused.</exception>
    public async Task<OwnerReply> AskAsync(OwnerRequest request)
    {
        var reply = await desk.AskAsync(request, invocation.Interrupted).ConfigureAwait(false);
        return reply.Problem is { } problem ? throw CommandException.Refused(problem.Code, problem.Message) : reply;
    }

    /// <summary>Shows a run until it ends or waits; gives the status it means.</summary>
    public async Task<int> ShowAsync(RunId run, WorkflowPlan plan, bool wait)
    {
        try
        {
            await ProgressViews.Of(invocation, run).ShowAsync(show => desk.FollowAsync(run, wait, show, invocation.Interrupted)).ConfigureAwait(false);
            var exit = Report(run, plan);
            await StayAsync(run).ConfigureAwait(false);
            return exit;
        }
        catch (OperationCanceledException) when (invocation.Interrupted.IsCancellationRequested)
        {
            invocation.Terminal.Tell(desk.TextOfLeaving(run));
            return ExitCodes.Interrupted;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var ending = desk.DisposeAsync().AsTask();
        if (invocation.Interrupted.IsCancellationRequested)
        {
            await Task.WhenAny(ending, Task.Delay(LongestEnd, invocation.Time)).ConfigureAwait(false);
        }
        else
        {
            await ending.ConfigureAwait(false);
        }
    }

    private int Report(RunId run, WorkflowPlan plan)
    {
        using var home = invocation.Read();
        var report = RunReport.Of(home, new KnownRun(KnownRun.RowOf(home, run.ToString()), plan));
        ReportText.Write(report, invocation.Terminal);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer => ReportJson.Write(writer, report));
        }

        return report.Exit;
    }

    /// <summary>Other commands may have runs in this process: ending now would cut them off in the middle of their steps.</summary>
    private async Task StayAsync(RunId run)
    {
        var told = false;
        while (desk.IsNeeded)
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
