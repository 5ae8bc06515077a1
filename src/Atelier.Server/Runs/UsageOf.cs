using System.Text.Json;
using Atelier.Api.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.Tallies;
using Atelier.Hosting.Live;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>What a run used and cost, by step and model.</summary>
internal static class UsageOf
{
    public static UsageResponse View(RunView view, WorkflowPlan plan)
    {
        var spending = RunSpending.FromJson(view.Outline.Row.Spending);
        return new UsageResponse
        {
            Cost = spending?.Cost ?? 0,
            InputTokens = spending?.Models.Sum(static model => model.InputTokens) ?? 0,
            OutputTokens = spending?.Models.Sum(static model => model.OutputTokens) ?? 0,
            BodySeconds = view.Counters.Steps.Sum(static step => step.Milliseconds) / 1000,
            Limits = spending is { CostLimit: null, TokenLimit: null } or null ? null : JsonSerializer.SerializeToElement(new Dictionary<string, object?> { ["cost"] = spending.CostLimit, ["tokens"] = spending.TokenLimit }),
            Rows = [.. view.Counters.Steps.Where(static step => step.Bodies > 0 || step.Usage.Count > 0).SelectMany(step => Rows(step, plan.Steps[step.Step].Path))],
        };
    }

    private static IEnumerable<UsageRow> Rows(StepTally step, string path)
    {
        if (step.Usage.Count == 0)
        {
            yield return Row(path, null, step.Milliseconds);
        }

        // The time of a step stands once: in the row of its first model.
        for (var index = 0; index < step.Usage.Count; index++)
        {
            yield return Row(path, step.Usage[index], index == 0 ? step.Milliseconds : 0);
        }
    }

    private static UsageRow Row(string path, ModelSpending? model, double milliseconds) => new()
    {
        Step = path,
        Model = model?.Model,
        Calls = model?.Calls ?? 0,
        InputTokens = model?.InputTokens ?? 0,
        OutputTokens = model?.OutputTokens ?? 0,
        Cost = model?.Cost ?? 0,
        BodySeconds = milliseconds / 1000,
    };
}
