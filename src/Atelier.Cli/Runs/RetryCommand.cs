using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier retry RUN</c>: takes an ended run up again where it failed, or where one asks.</summary>
internal static class RetryCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Option<bool> Quarantined = new("--quarantined") { Description = "The failed items that their blocks went on without." };
    private static readonly Option<bool> Failed = new("--failed") { Description = "The steps that failed, and the items that made them so." };
    private static readonly Option<string[]> Item = new("--item") { Description = "The item with this key, whatever became of it; may be given more than once.", HelpName = "KEY" };
    private static readonly Option<string?> From = new("--from") { Description = "From this step on.", HelpName = "STEP" };
    private static readonly Option<bool> Detach = new("--detach") { Description = "Start it in the background and return at once." };
    private static readonly Option<bool> Wait = new("--wait") { Description = "Stay while the run waits for a person, a signal or a budget." };

    public static Command Create() =>
        new Command("retry", "Take a run that has ended up again: what failed, or chosen items.") { Run, Quarantined, Failed, Item, From, Detach, Wait }.Does(RetryAsync);

    private static async Task<int> RetryAsync(Invocation invocation)
    {
        var selection = new RetrySelection
        {
            Quarantined = invocation.Get(Quarantined),
            Failed = invocation.Get(Failed),
            Items = invocation.Get(Item) ?? [],
            FromStep = invocation.Get(From),
        };
        if (selection is { Quarantined: false, Failed: false, Items.Count: 0, FromStep: null })
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "say what to take up again: --quarantined, --failed, --item KEY or --from STEP");
        }

        await using var actions = ActionSet.BuiltIn(invocation.Time);
        KnownRun run;
        using (var home = invocation.Read())
        {
            run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        }

        var detach = invocation.Get(Detach);
        await using var attended = new AttendedSession(await invocation.OpenDeskAsync(detach).ConfigureAwait(false), invocation);
        var reply = await attended.AskAsync(new OwnerRequest.Retry(run.Row.Run.ToString(), selection)).ConfigureAwait(false);
        var taken = reply.Retried!;
        invocation.Terminal.Tell($"{run.Row.Run} goes on as drive {taken.Drive}: {Texts.Count(taken.Items, "item")} and {Texts.Count(taken.Steps, "step")} outside items taken up again.");
        return detach ? ExitCodes.Done : await attended.ShowAsync(run.Row.Run, run.Plan, invocation.Get(Wait)).ConfigureAwait(false);
    }
}
