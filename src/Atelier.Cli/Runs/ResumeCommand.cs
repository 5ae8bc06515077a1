using System.CommandLine;
using Atelier.Cli.Homes.Views;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier resume [RUN]</c>: goes on with what was interrupted or paused.</summary>
internal static class ResumeCommand
{
    private static readonly Argument<string?> Run = new("RUN") { Description = "The run. Default: the latest that has not ended.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> All = new("--all") { Description = "Every run that has not ended, one shown after another; pauses end." };
    private static readonly Option<bool> Wait = new("--wait") { Description = "Stay while the run waits for a person, a signal or a budget." };

    public static Command Create() => new Command("resume", "Go on with a run that was interrupted or paused.") { Run, All, Wait }.Does(ResumeAsync);

    private static async Task<int> ResumeAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var runs = new List<KnownRun>();
        using (var home = invocation.Read())
        {
            var names = invocation.Get(Run) is { } named ? [named] : Unfinished(home, invocation.Get(All));
            runs.AddRange(names.Select(name => KnownRun.Of(home, name, actions)));
        }

        if (runs.Count == 0)
        {
            invocation.Terminal.Say("Every run has ended; there is nothing to resume.");
            return ExitCodes.Done;
        }

        if (runs is [{ Row.Phase: RunPhase.Ended } ended])
        {
            throw CommandException.Refused(CliCodes.NotPossible, $"{ended.Row.Run} has ended ({ended.Row.Outcome.ToText()}); `atelier retry {ended.Row.Run} --failed` tries again what failed");
        }

        return await ShowAsync(invocation, runs).ConfigureAwait(false);
    }

    private static async Task<int> ShowAsync(Invocation invocation, List<KnownRun> runs)
    {
        var named = invocation.Get(Run) is not null || invocation.Get(All);
        await using var attended = new AttendedSession(await invocation.OpenDeskAsync().ConfigureAwait(false), invocation);
        foreach (var run in runs.Where(run => named && run.Row.Phase == RunPhase.Paused))
        {
            await attended.AskAsync(new OwnerRequest.Steer(run.Row.Run.ToString(), Steering.Resume)).ConfigureAwait(false);
        }

        var worst = ExitCodes.Done;
        foreach (var run in runs)
        {
            var exit = await attended.ShowAsync(run.Row.Run, run.Plan, invocation.Get(Wait)).ConfigureAwait(false);
            if (exit == ExitCodes.Interrupted)
            {
                return exit;
            }

            worst = worst == ExitCodes.Failed ? worst : exit == ExitCodes.Done ? worst : exit;
        }

        return worst;
    }

    /// <summary>The latest run that can go on by itself, else the latest that waits or is paused; or all.</summary>
    private static List<string> Unfinished(IHomeView home, bool all)
    {
        var unfinished = home.ListUnfinished();
        if (all || unfinished.Count == 0)
        {
            return [.. unfinished.Select(static run => run.Run.ToString())];
        }

        var goesOn = unfinished.FirstOrDefault(static run => run.Phase != RunPhase.Paused && !(run.Resting && run.Wake is null));
        return [(goesOn ?? unfinished[0]).Run.ToString()];
    }
}
