using System.CommandLine;
using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier resolve RUN STEP [ITEM]</c>: says what became of a step whose effect nobody knows.</summary>
internal static class ResolveCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Argument<string> Step = new("STEP") { Description = "The parked step, by id or path." };
    private static readonly Argument<string?> Item = new("ITEM") { Description = "The item's key.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Done = new("--done") { Description = "It took effect; this is its output.", HelpName = "JSON" };
    private static readonly Option<bool> Again = new("--again") { Description = "It did not take effect: run it again." };
    private static readonly Option<bool> Fail = new("--fail") { Description = "Record it as failed." };

    public static Command Create() => new Command("resolve", "Say what became of a parked step.") { Run, Step, Item, Done, Again, Fail }.Does(ResolveAsync);

    private static async Task<int> ResolveAsync(Invocation invocation)
    {
        var done = invocation.Get(Done);
        if ((done is null ? 0 : 1) + (invocation.Get(Again) ? 1 : 0) + (invocation.Get(Fail) ? 1 : 0) != 1)
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "say one of --done JSON, --again and --fail");
        }

        JsonElement? output = done is null ? null : JsonArgument.Read(done, "--done");
        var resolution = done is not null ? Resolution.Done : invocation.Get(Again) ? Resolution.Again : Resolution.Fail;
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        string run, step;
        using (var home = invocation.Read())
        {
            var known = KnownRun.Of(home, invocation.Get(Run)!, actions);
            (run, step) = (known.Row.Run.ToString(), known.StepOf(invocation.Get(Step)!).Path);
        }

        return await SteeringSession.AskAsync(
            invocation,
            new OwnerRequest.Resolve(run, step, invocation.Get(Item), resolution, output),
            $"{run} {step} is resolved; `atelier resume {run}` watches the run.",
            $"{step} of {run} is not parked").ConfigureAwait(false);
    }
}
