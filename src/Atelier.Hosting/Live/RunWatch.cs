using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tallies;

namespace Atelier.Hosting.Live;

/// <summary>Makes the views of one run for those who watch it.</summary>
internal sealed class RunWatch(RunId run, IRunQueries queries, TallyBook tallies, Func<RunId, Task<RunActivity?>> look, TimeProvider time)
{
    // Counting a large run takes seconds; its first view does not wait for that.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private Dictionary<int, (StepTally? Tally, StepActivity? Activity)> _before = [];

    /// <summary>What changed since the last view.</summary>
    public ChangedItems Items { get; } = new();

    /// <summary>The run as it is; null: it is no more.</summary>
    public async Task<RunView?> ReadAsync()
    {
        if (queries.FindRun(run) is null)
        {
            return null;
        }

        var (items, many) = Items.Take();
        var activity = await look(run).ConfigureAwait(false);
        var counters = await tallies.ReadAsync(run, Patience, time, CancellationToken.None).ConfigureAwait(false);
        if (queries.FindOutline(run) is not { } outline)
        {
            return null;
        }

        var now = new Dictionary<int, (StepTally? Tally, StepActivity? Activity)>();
        foreach (var tally in counters.Steps)
        {
            now[tally.Step] = (tally, null);
        }

        foreach (var step in activity?.Steps ?? [])
        {
            now[step.Step] = now.GetValueOrDefault(step.Step) with { Activity = step };
        }

        var changed = now.Where(step => !Same(step.Value, _before.GetValueOrDefault(step.Key))).Select(static step => step.Key)
            .Concat(_before.Keys.Where(step => !now.ContainsKey(step))).ToHashSet();
        _before = now;
        return new RunView(outline, activity, counters, changed, items, many);
    }

    private static bool Same((StepTally? Tally, StepActivity? Activity) a, (StepTally? Tally, StepActivity? Activity) b) =>
        a.Activity == b.Activity && a.Tally?.Counts == b.Tally?.Counts && a.Tally?.Reused == b.Tally?.Reused && a.Tally?.Bodies == b.Tally?.Bodies;
}
