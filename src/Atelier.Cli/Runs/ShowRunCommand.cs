using System.CommandLine;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs show RUN</c>: what became of a run, or what it does.</summary>
internal static class ShowRunCommand
{
    private static readonly Argument<string> Run = new("RUN");

    public static Command Create() => new Command("show", "Show a run: its blocks, failures by cause, and outputs.") { Run }.Does(ShowAsync);

    private static async Task<int> ShowAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        var report = RunReport.Of(home, run);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer => ReportJson.Write(writer, report));
        }
        else
        {
            ReportText.Write(report, invocation.Terminal);
        }

        return ExitCodes.Done;
    }
}
