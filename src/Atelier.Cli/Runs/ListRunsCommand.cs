using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs list</c>: the newest first.</summary>
internal static class ListRunsCommand
{
    private static readonly Option<int> Limit = new("--limit") { Description = "At most this many. Default: 20.", DefaultValueFactory = static _ => 20 };
    private static readonly Option<string?> Workflow = new("--workflow") { Description = "Only runs of this workflow." };

    public static Command Create() => new Command("list", "List runs, the newest first.") { Limit, Workflow }.Does(List);

    private static int List(Invocation invocation)
    {
        using var home = invocation.Read();
        var rows = home.ListRuns(invocation.Get(Workflow), invocation.Get(Limit));
        var terminal = invocation.Terminal;
        if (terminal.Json)
        {
            terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("runs");
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteString("run", row.Run.ToString());
                    writer.WriteString("workflow", row.WorkflowName);
                    writer.WriteString("version", row.WorkflowDigest);
                    writer.WriteString("state", StateOf(row));
                    writer.WriteString("started", DateTimeOffset.FromUnixTimeMilliseconds(row.Started));
                    writer.WriteString("changed", DateTimeOffset.FromUnixTimeMilliseconds(row.Changed));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Done;
        }

        var table = new TextTable("RUN", "WORKFLOW", "STATE", "STARTED", "TOOK");
        foreach (var row in rows)
        {
            table.Add(row.Run.ToString(), row.WorkflowName, StateOf(row), Texts.Moment(row.Started), row.Phase == RunPhase.Ended ? Texts.Duration(TimeSpan.FromMilliseconds(row.Changed - row.Started)) : string.Empty);
        }

        table.WriteTo(terminal);
        return ExitCodes.Done;
    }

    public static string StateOf(RunRow row) => row.Phase switch
    {
        RunPhase.Ended => row.Outcome.ToText(),
        RunPhase.Paused => "paused",
        RunPhase.Cancelling => "cancelling",
        _ => row.Resting && row.Wake is null ? "waiting" : "running",
    };
}
