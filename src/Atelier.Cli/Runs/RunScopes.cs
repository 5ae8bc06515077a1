using System.Globalization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>Finds the scope a step ran in: through items by their keys, through loops by the last round.</summary>
internal static class RunScopes
{
    /// <summary>The scope of a step, given keys of the enclosing items from the outside in.</summary>
    public static ScopeId Find(IRunStore store, KnownRun run, StepPlan step, IReadOnlyList<string> keys)
    {
        var scope = ScopeId.Root;
        var used = 0;
        foreach (var outer in run.Plan.Steps.Where(outer => step.Path.StartsWith(outer.Path + "/", StringComparison.Ordinal)).OrderBy(static outer => outer.Path.Length))
        {
            var block = store.FindBlock(run.Row.Run, scope, outer.Index)
                ?? throw CommandException.Refused(CliCodes.NoSuchPart, $"{run.Row.Run} has not come to {outer.Path}");
            scope = ScopeId.Of(block.Block, OrdinalOf(store, run, outer, block, keys, ref used));
        }

        return used == keys.Count ? scope : throw CommandException.BadInput(CliCodes.NoSuchPart, $"{step.Path} is inside {used} for_each, and {keys.Count} keys were given");
    }

    private static long OrdinalOf(IRunStore store, KnownRun run, StepPlan outer, BlockRecorded block, IReadOnlyList<string> keys, ref int used)
    {
        switch (outer)
        {
            case ForEachPlan when used == keys.Count:
                throw CommandException.BadInput(CliCodes.NoSuchPart, $"name the item of {outer.Path} by its key; `atelier runs items {run.Row.Run}` lists them");
            case ForEachPlan:
                var key = keys[used++];
                return store.FindOrdinal(run.Row.Run, block.Source, key)
                    ?? throw CommandException.Refused(CliCodes.NoSuchPart, $"{outer.Path} of {run.Row.Run} has no item `{key}`");
            case RepeatPlan when used < keys.Count && int.TryParse(keys[used], CultureInfo.InvariantCulture, out var round) && keys.Count > used + 1:
                used++;
                return round;
            case RepeatPlan:
                return Math.Max(0, block.Opened - 1);
            default:
                return 0;
        }
    }
}
