using Atelier.Cli.Terminals;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Progress;

/// <summary>Progress where nobody watches a terminal: a plain line for each block that moved, every few seconds.</summary>
internal sealed class LineView(Terminal terminal, RunId run, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, BlockPace> _paces = [];
    private readonly Dictionary<string, string> _shown = [];
    private long _last = time.GetTimestamp();

    /// <inheritdoc />
    public Task<RunActivity?> ShowAsync(Func<Action<RunActivity>, Task<RunActivity?>> follow) => follow(Show);

    private void Show(RunActivity activity)
    {
        if (time.GetElapsedTime(_last) < Every)
        {
            return;
        }

        _last = time.GetTimestamp();
        foreach (var block in activity.Blocks)
        {
            if (!_paces.TryGetValue(block.Path, out var pace))
            {
                _paces[block.Path] = pace = new BlockPace(time);
            }

            Tell(block.Path, string.Join(" · ", new[] { BlockText.Ended(block), BlockText.Outcomes(block.Counts), BlockText.Pace(pace.Of(block)) }.Where(static part => part.Length > 0)));
        }

        foreach (var wait in activity.WaitsFor.Take(3))
        {
            Tell(wait, "waits");
        }
    }

    private void Tell(string name, string text)
    {
        if (_shown.GetValueOrDefault(name) != text)
        {
            _shown[name] = text;
            terminal.Tell($"{run} {name}: {text}");
        }
    }
}
