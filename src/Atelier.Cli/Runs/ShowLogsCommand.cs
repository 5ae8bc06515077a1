using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs logs RUN</c>: what its steps wrote.</summary>
internal static class ShowLogsCommand
{
    private const int PageLines = 1000;
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Option<string?> Step = new("--step") { Description = "Only lines of this step, by id or path." };

    public static Command Create() => new Command("logs", "Show what the steps of a run wrote to their logs. With --json a line each.") { Run, Step }.Does(ShowAsync);

    private static async Task<int> ShowAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        var step = invocation.Get(Step) is { } name ? run.StepOf(name) : null;
        foreach (var line in home.ReadLog(run, step))
        {
            invocation.Interrupted.ThrowIfCancellationRequested();
            Show(invocation.Terminal, run, line);
        }

        return ExitCodes.Done;
    }

    private static void Show(Terminal terminal, KnownRun run, LogLine line)
    {
        var path = run.Plan.Steps[line.Step].Path;
        var level = line.Level.ToString().ToLowerInvariant();
        if (!terminal.Json)
        {
            terminal.Say($"{Texts.Moment(line.At)} {level,-7} {path}: {line.Text}");
            return;
        }

        terminal.WriteLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("at", DateTimeOffset.FromUnixTimeMilliseconds(line.At));
            writer.WriteString("level", level);
            writer.WriteString("step", path);
            writer.WriteString("scope", line.Scope.ToString());
            writer.WriteNumber("attempt", line.Attempt);
            writer.WriteString("text", line.Text);
            writer.WriteEndObject();
        });
    }
}
