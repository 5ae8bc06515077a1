using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tallies;

namespace Atelier.Hosting.Live;

/// <summary>What a run looks like now. Shared by all who watch it.</summary>
/// <param name="Outline">Its row and its blocks outside items.</param>
/// <param name="Activity">What it does now; null: it is not in memory (ended, or at rest).</param>
/// <param name="Counters">Counters of its steps.</param>
/// <param name="ChangedSteps">Indexes of steps whose counters or activity differ from the view before.</param>
/// <param name="ChangedItems">Scopes of items that changed since the view before; empty where there are more than are named.</param>
/// <param name="ManyItems">More items changed than are named.</param>
public sealed record RunView(
    RunOutline Outline,
    RunActivity? Activity,
    RunCounters Counters,
    IReadOnlySet<int> ChangedSteps,
    IReadOnlyList<ScopeId> ChangedItems,
    bool ManyItems)
{
    /// <summary>Nothing happens any more.</summary>
    public bool Ended => Outline.Row.Phase == RunPhase.Ended;
}

/// <summary>Counters of a run's steps at a moment.</summary>
/// <param name="Seq">Position in the run's history up to which they count.</param>
/// <param name="Exact">False: they are still being counted, and there is nothing in them yet.</param>
/// <param name="Steps">By index of the step; steps without any outcome are not in it.</param>
public sealed record RunCounters(long Seq, bool Exact, IReadOnlyList<StepTally> Steps);
