using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Runs;
using Atelier.Language.Plans;
using Atelier.Server.Problems;

namespace Atelier.Server.Items;

/// <summary>Says why a step ran or was not run again.</summary>
internal static class WhyReads
{
    private const string Separator = " › ";

    /// <summary>The answer, or the refusal where there is none.</summary>
    /// <param name="home">The home.</param>
    /// <param name="run">The run.</param>
    /// <param name="plan">Its definition.</param>
    /// <param name="name">Path of the step, or its id where that is its own.</param>
    /// <param name="key">Keys of the enclosing items; null: outside items.</param>
    /// <param name="refusal">Set when there is no answer.</param>
    public static WhyResponse? Of(OwnedHome home, RunRow run, WorkflowPlan plan, string name, string? key, out Refusal? refusal)
    {
        refusal = null;
        var steps = plan.Steps.FirstOrDefault(step => step.Path == name) is { } exact ? [exact] : plan.Steps.Where(step => step.Id == name).ToArray();
        if (steps is not [var found])
        {
            refusal = steps.Length == 0
                ? Refusal.NotFound($"{plan.Name} has no step `{name}`", $"It has {string.Join(", ", plan.Steps.Select(static step => step.Path))}.")
                : Refusal.Bad(ServerCodes.BadQuery, $"`{name}` may be {string.Join(" or ", steps.Select(static step => step.Path))}", "Name the step by its path.");
            return null;
        }

        var place = ScopeLookup.Find(home.Store, run.Run, plan, found, key?.Split(Separator) ?? []);
        if (place.Problem is { } problem)
        {
            refusal = place.KeysWrong ? Refusal.Bad(ServerCodes.BadQuery, problem) : Refusal.NotFound(problem);
            return null;
        }

        if (home.Store.ReadOutcomes(run.Run, [place.Scope]).LastOrDefault(row => row.Step == found.Index) is not { } ended)
        {
            refusal = Refusal.NotFound($"{found.Path} has no outcome in {run.Run}: it was not reached, or its item ended before");
            return null;
        }

        var detail = OutcomeDetail.FromJson(ended.Detail);
        return detail?.Why is { } why ? ItemStepOf.WhyOf(why) : new WhyResponse
        {
            Reused = false,
            Class = "observe",
            Reason = detail?.Reason ?? detail?.Failure?.Message ?? $"it {ended.Outcome.ToText()}, and nothing was looked up",
        };
    }
}
