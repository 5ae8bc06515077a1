using System.CommandLine;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs budget RUN</c>: sets what a run may spend; steps that waited for that go on.</summary>
internal static class BudgetCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Option<decimal?> Cost = new("--max-cost") { Description = "Money in all, what is spent included; left out: no limit.", HelpName = "AMOUNT" };
    private static readonly Option<long?> Tokens = new("--max-tokens") { Description = "Tokens in all, what is spent included; left out: no limit.", HelpName = "N" };

    public static Command Create() => new Command("budget", "Set what a run may spend; steps that wait for it go on.") { Run, Cost, Tokens }.Does(SetAsync);

    private static Task<int> SetAsync(Invocation invocation)
    {
        var (cost, tokens) = (invocation.Get(Cost), invocation.Get(Tokens));
        if (cost is < 0 || tokens is < 0)
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "--max-cost and --max-tokens take an amount, 0 or more");
        }

        RunId run;
        using (var home = invocation.Read())
        {
            run = KnownRun.RowOf(home, invocation.Get(Run)!).Run;
        }

        var limit = (cost, tokens) switch
        {
            (null, null) => "without limit",
            (not null, null) => FormattableString.Invariant($"up to {cost}"),
            (null, not null) => FormattableString.Invariant($"up to {tokens} tokens"),
            _ => FormattableString.Invariant($"up to {cost} and {tokens} tokens"),
        };
        return SteeringSession.AskAsync(
            invocation,
            new OwnerRequest.SetBudget(run.ToString(), cost, tokens),
            $"{run} may spend {limit}; `atelier resume {run}` watches it.",
            $"{run} has ended");
    }
}
