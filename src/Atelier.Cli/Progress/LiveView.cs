using Atelier.Cli.Terminals;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Spectre.Console;

namespace Atelier.Cli.Progress;

/// <summary>Progress on a terminal: a table that is drawn anew in place, with a bar, counts by outcome, the rate and the time left of each block.</summary>
internal sealed class LiveView(RunId run, TimeProvider time) : IProgressView
{
    private const int BarWidth = 24;
    private readonly Dictionary<string, BlockPace> _paces = [];
    private readonly long _started = time.GetTimestamp();

    /// <inheritdoc />
    public Task<RunActivity?> ShowAsync(Func<Action<RunActivity>, Task<RunActivity?>> follow)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Live(new Text($"{run} starts ...")).AutoClear(true).StartAsync(live => follow(activity =>
        {
            live.UpdateTarget(Draw(activity));
            live.Refresh();
        }));
    }

    private Rows Draw(RunActivity activity)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn(new GridColumn().NoWrap());
        foreach (var path in _paces.Keys.Where(path => activity.Blocks.All(block => block.Path != path)))
        {
            grid.AddRow(new Markup($"[bold]{Markup.Escape(path)}[/]"), new Markup($"[green]{new string('━', BarWidth)}[/]"), new Text("ended", new Style(Color.Grey)), Text.Empty);
        }

        foreach (var block in activity.Blocks)
        {
            if (!_paces.TryGetValue(block.Path, out var pace))
            {
                _paces[block.Path] = pace = new BlockPace(time);
            }

            grid.AddRow(
                new Markup($"[bold]{Markup.Escape(block.Path)}[/]"),
                new Markup(Bar(block)),
                new Markup($"{Markup.Escape(BlockText.Ended(block))} [grey]·[/] {Counts(block.Counts)}"),
                new Text(BlockText.Pace(pace.Of(block)), new Style(Color.Grey)));
        }

        var lines = new List<Spectre.Console.Rendering.IRenderable>
        {
            new Markup($"[bold]{run}[/] [grey]{(activity.Phase == RunPhase.Cancelling ? "is being cancelled" : "runs")}, {Texts.Duration(time.GetElapsedTime(_started))}. Ctrl-C stops; nothing done is lost.[/]"),
            grid,
        };
        lines.AddRange(activity.Running.Take(5).Select(static step => new Markup($"[grey]runs[/] {Markup.Escape(step)}")));
        lines.AddRange(activity.WaitsFor.Take(5).Select(static wait => new Markup($"[yellow]waits[/] {Markup.Escape(wait)}")));
        return new Rows(lines);
    }

    private static string Bar(BlockActivity block)
    {
        var share = BlockPace.TotalOf(block) is > 0 and { } total ? (double)block.Counts.Ended / total : 0;
        var full = (int)Math.Clamp(share * BarWidth, 0, BarWidth);
        return $"[green]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/]";
    }

    private static string Counts(OutcomeCounts counts)
    {
        var text = Markup.Escape(BlockText.Outcomes(counts));
        return counts.Failed > 0 ? $"[red]{text}[/]" : text;
    }
}
