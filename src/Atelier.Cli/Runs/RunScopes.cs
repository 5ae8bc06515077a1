using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Runs;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>Finds the scope a step ran in, as commands refuse it.</summary>
internal static class RunScopes
{
    /// <summary>The scope of a step, given keys of the enclosing items from the outside in.</summary>
    public static ScopeId Find(IRunStore store, KnownRun run, StepPlan step, IReadOnlyList<string> keys) => ScopeLookup.Find(store, run.Row.Run, run.Plan, step, keys) switch
    {
        { Problem: null } found => found.Scope,
        { KeysWrong: true } wrong => throw CommandException.BadInput(CliCodes.NoSuchPart, wrong.Problem),
        var missing => throw CommandException.Refused(CliCodes.NoSuchPart, missing.Problem),
    };
}
