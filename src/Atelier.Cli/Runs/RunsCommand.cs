using System.CommandLine;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs ...</c></summary>
internal static class RunsCommand
{
    public static Command Create() => new("runs", "List, show and steer runs.")
    {
        ListRunsCommand.Create(),
        ShowRunCommand.Create(),
        ListItemsCommand.Create(),
        ListOutcomesCommand.Create(),
        ShowLogsCommand.Create(),
        SteerCommands.Cancel(),
        SteerCommands.Pause(),
        BudgetCommand.Create(),
        DeleteRunCommand.Create(),
    };
}
