using System.CommandLine;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs delete RUN</c>: removes what is kept of a run that has ended.</summary>
internal static class DeleteRunCommand
{
    private static readonly Argument<string[]> Runs = new("RUN") { Arity = ArgumentArity.OneOrMore };

    public static Command Create() =>
        new Command("delete", "Remove what is kept of runs that have ended. Results for reuse stay; `atelier gc` removes their files when nothing needs them.") { Runs }.Does(DeleteAsync);

    private static async Task<int> DeleteAsync(Invocation invocation)
    {
        var runs = new List<RunId>();
        using (var home = invocation.Read())
        {
            foreach (var name in invocation.Get(Runs)!)
            {
                var row = KnownRun.RowOf(home, name);
                if (row.Phase != RunPhase.Ended)
                {
                    throw CommandException.Refused(CliCodes.NotPossible, $"{row.Run} has not ended; cancel it first");
                }

                runs.Add(row.Run);
            }
        }

        foreach (var run in runs)
        {
            await SteeringSession.AskAsync(invocation, new OwnerRequest.Delete(run.ToString()), $"{run} is removed.", $"{run} could not be removed").ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }
}
