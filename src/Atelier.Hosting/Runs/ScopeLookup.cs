using System.Globalization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Runs;

/// <summary>The scope a step ran in, or why there is none.</summary>
/// <param name="Scope">Where, when <paramref name="Problem"/> is null.</param>
/// <param name="Problem">One sentence; null: it was found.</param>
/// <param name="KeysWrong">True: too few or too many keys were given. False: there is no such item, or the run did not come so far.</param>
public readonly record struct ScopeLookup(ScopeId Scope, string? Problem = null, bool KeysWrong = false)
{
    /// <summary>Finds the scope of a step: through items by their keys, from the outside in, through loops by the last round or the number of one.</summary>
    public static ScopeLookup Find(IRunStore store, RunId run, WorkflowPlan plan, StepPlan step, IReadOnlyList<string> keys)
    {
        var scope = ScopeId.Root;
        var used = 0;
        foreach (var outer in plan.Steps.Where(outer => step.Path.StartsWith(outer.Path + "/", StringComparison.Ordinal)).OrderBy(static outer => outer.Path.Length))
        {
            if (store.FindBlock(run, scope, outer.Index) is not { } block)
            {
                return new ScopeLookup(default, $"{run} has not come to {outer.Path}");
            }

            switch (outer)
            {
                case ForEachPlan when used == keys.Count:
                    return new ScopeLookup(default, $"name the item of {outer.Path} by its key; `atelier runs items {run}` lists them", KeysWrong: true);
                case ForEachPlan when store.FindOrdinal(run, block.Source, keys[used]) is { } ordinal:
                    used++;
                    scope = ScopeId.Of(block.Block, ordinal);
                    break;
                case ForEachPlan:
                    return new ScopeLookup(default, $"{outer.Path} of {run} has no item `{keys[used]}`");
                default:
                    scope = ScopeId.Of(block.Block, outer is RepeatPlan ? Round(block, keys, ref used) : 0);
                    break;
            }
        }

        return used == keys.Count ? new ScopeLookup(scope) : new ScopeLookup(default, $"{step.Path} is inside {used} for_each, and {keys.Count} keys were given", KeysWrong: true);
    }

    private static long Round(BlockRecorded block, IReadOnlyList<string> keys, ref int used)
    {
        if (used < keys.Count && keys.Count > used + 1 && int.TryParse(keys[used], CultureInfo.InvariantCulture, out var round))
        {
            used++;
            return round;
        }

        return Math.Max(0, block.Opened - 1);
    }
}
