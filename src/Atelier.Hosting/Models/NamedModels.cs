using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Models;

/// <summary>The models that a workflow names outright: constants of fields called <c>model</c> or <c>..._model</c>.</summary>
internal static class NamedModels
{
    /// <summary>Names in order of first use, each once, with the steps that use them.</summary>
    public static IReadOnlyDictionary<string, List<ActionStepPlan>> Of(WorkflowPlan plan)
    {
        var named = new Dictionary<string, List<ActionStepPlan>>(StringComparer.Ordinal);
        foreach (var step in plan.Steps.OfType<ActionStepPlan>())
        {
            foreach (var name in In(step.With).Concat(step.Undo is { } undo ? In(undo.With) : []).Distinct())
            {
                if (!named.TryGetValue(name, out var steps))
                {
                    named[name] = steps = [];
                }

                steps.Add(step);
            }
        }

        return named;
    }

    private static IEnumerable<string> In(Template template) => template is not Template.Map map ? [] : map.Members
        .Where(static member => member.Key == "model" || member.Key.EndsWith("_model", StringComparison.Ordinal))
        .Select(static member => (member.Value as Template.Constant)?.Value)
        .OfType<CelString>()
        .Select(static text => text.Value);
}
