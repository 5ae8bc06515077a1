using System.CommandLine;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs cancel</c> and <c>pause</c>.</summary>
internal static class SteerCommands
{
    private static readonly Argument<string> Run = new("RUN");

    public static Command Cancel() => new Command("cancel", "Ask the steps of a run to stop; its finally runs.") { Run }
        .Does(invocation => SteerAsync(invocation, Steering.Cancel, "is being cancelled; its finally runs"));

    public static Command Pause() => new Command("pause", "Start nothing new in a run until it is resumed; what runs ends.") { Run }
        .Does(invocation => SteerAsync(invocation, Steering.Pause, "is paused"));

    private static Task<int> SteerAsync(Invocation invocation, Steering how, string done)
    {
        RunId run;
        using (var home = invocation.Read())
        {
            run = KnownRun.RowOf(home, invocation.Get(Run)!).Run;
        }

        return SteeringSession.AskAsync(invocation, new OwnerRequest.Steer(run.ToString(), how), $"{run} {done}.", $"{run} has ended");
    }
}
