using Atelier.Engine.Runs;

namespace Atelier.Cli.Progress;

/// <summary>Which view a terminal gets.</summary>
internal static class ProgressViews
{
    public static IProgressView Of(Invocation invocation, RunId run) =>
        invocation.Terminal.IsWatched ? new LiveView(run, invocation.Time) : new LineView(invocation.Terminal, run, invocation.Time);
}
