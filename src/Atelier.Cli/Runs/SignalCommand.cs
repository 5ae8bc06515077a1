using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier signal RUN NAME</c>: sends what a step waits for.</summary>
internal static class SignalCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Argument<string> Name = new("NAME") { Description = "The signal's name." };
    private static readonly Option<string?> Payload = new("--payload") { Description = "What the waiting step yields, as JSON. Default: null.", HelpName = "JSON" };
    private static readonly Option<string?> Key = new("--key") { Description = "Only for the item with this key.", HelpName = "KEY" };
    private static readonly Option<string?> Id = new("--id") { Description = "The same id is taken once. Default: a new one each time." };

    public static Command Create() => new Command("signal", "Send a signal that a step of a run waits for.") { Run, Name, Payload, Key, Id }.Does(SendAsync);

    private static async Task<int> SendAsync(Invocation invocation)
    {
        var (run, name) = (Invocation.RunOf(invocation.Get(Run)!), invocation.Get(Name)!);
        var payload = JsonArgument.Read(invocation.Get(Payload) ?? "null", "--payload");
        using (var home = invocation.Read())
        {
            if (KnownRun.RowOf(home, run.ToString()).Phase == RunPhase.Ended)
            {
                throw CommandException.Refused(CliCodes.NotPossible, $"{run} has ended");
            }
        }

        var id = invocation.Get(Id) ?? invocation.NewKey();
        return await SteeringSession.AskAsync(
            invocation,
            new OwnerRequest.Signal(run.ToString(), name, invocation.Get(Key), id, payload),
            $"{run} has the signal `{name}`.",
            $"{run} did not take the signal: its id was taken before, or the run has just ended").ConfigureAwait(false);
    }
}
