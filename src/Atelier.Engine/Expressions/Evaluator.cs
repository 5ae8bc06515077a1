using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Values;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Expressions;

/// <summary>Answers what decisions ask: evaluates the expressions of a run in its scopes.</summary>
internal sealed class Evaluator(RunState state, RunValues values)
{
    public EvaluationAnswer Answer(in Evaluation question)
    {
        var step = question.Step;
        var scope = question.Scope ?? step.Scope!;
        switch (question.Kind)
        {
            case EvaluationKind.If:
                return Expression(step.Plan.If!, scope);
            case EvaluationKind.Items:
                return Items(step, (ForEachPlan)step.Plan);
            case EvaluationKind.Collection:
                return Text(Template(((ForEachPlan)step.Plan).Collection!, scope), step);
            case EvaluationKind.Case:
                return Case((SwitchPlan)step.Plan, scope);
            case EvaluationKind.Max:
                return Template(((RepeatPlan)step.Plan).Max, scope);
            case EvaluationKind.CallInputs:
                return CallInputs((CallPlan)step.Plan, scope);
            case EvaluationKind.Yield:
                return Recorded(((ForEachPlan)step.Plan).Yield is { } yield ? Template(yield, scope) : Last(scope));
            case EvaluationKind.Round:
                return Recorded(((RepeatPlan)step.Plan).Yield is { } round ? Template(round, scope) : ById(scope));
            case EvaluationKind.Until:
                return Expression(((RepeatPlan)step.Plan).Until, scope);
            case EvaluationKind.Score:
                return Expression(((RepeatPlan)step.Plan).Best!, scope);
            default:
                return Recorded(Result(scope));
        }
    }

    /// <summary>A step's input in its stored form, secrets left as templates.</summary>
    public EvaluationAnswer Input(StepState step) => Recorded(Template(((ActionStepPlan)step.Plan).With, step.Scope!));

    /// <summary>A step's input with its secrets; read by the body only, never stored.</summary>
    public EvaluationAnswer InputWithSecrets(StepState step, CelValue secrets)
    {
        var result = TemplateEvaluator.Evaluate(((ActionStepPlan)step.Plan).With, new ScopeActivation(values, step.Scope!, secrets), deferSecrets: false);
        return Recorded(From(result));
    }

    /// <summary>The key of an item by the block's <c>key</c>, or why it has none.</summary>
    public string? Key(ForEachPlan plan, ScopeState scope, CelValue item, out StepFailure? failure)
    {
        var result = TemplateEvaluator.Evaluate(plan.Key!, new ItemActivation(new ScopeActivation(values, scope), plan.As, item));
        if (result.Error is { } error)
        {
            failure = Failure(error);
            return null;
        }

        var key = CelJson.ToDisplayText(result.Value!);
        failure = PageRows.CheckKey(key);
        return failure is null ? key : null;
    }

    private EvaluationAnswer Items(StepState step, ForEachPlan plan)
    {
        var answer = Template(plan.Items, step.Scope!);
        if (answer.Value is not CelList list || answer.Value is ItemsValue)
        {
            return answer;
        }

        var keys = new List<string>(list.Count);
        var chosen = new List<CelValue>(list.Count);
        foreach (var item in list)
        {
            StepFailure? failure = null;
            var key = plan.Key is null
                ? keys.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : Key(plan, step.Scope!, item, out failure);
            if (key is null)
            {
                return new EvaluationAnswer(null, null, failure);
            }

            if (ValueJson.Write(item, out failure) is null)
            {
                return new EvaluationAnswer(null, null, failure);
            }

            keys.Add(key);
            chosen.Add(item);
        }

        var outermost = step.Scope!.Block.Kind != BlockKind.ForEach;
        var (restKeys, restValues) = outermost ? ItemChoice.Of(state.Options, keys, chosen) : (keys, chosen);
        return new EvaluationAnswer(new KeyedList(restKeys, restValues), null, null);
    }

    private EvaluationAnswer CallInputs(CallPlan plan, ScopeState scope)
    {
        var given = Recorded(Template(plan.With, scope));
        return given.Json is null
            ? given
            : InputValues.OfCall(state, plan, given.Json, out var failure) is { } json ? given with { Json = json } : new EvaluationAnswer(null, null, failure);
    }

    private EvaluationAnswer Case(SwitchPlan plan, ScopeState scope)
    {
        for (var index = 0; index < plan.Cases.Length; index++)
        {
            if (plan.Cases[index].When is not { } when)
            {
                return new EvaluationAnswer(new CelInt(index), null, null);
            }

            var answer = Expression(when, scope);
            switch (answer.Value)
            {
                case null:
                    return answer;
                case CelBool { Value: true }:
                    return new EvaluationAnswer(new CelInt(index), null, null);
                case CelBool:
                    continue;
                default:
                    return Refused($"`when` of case {index + 1} of step `{plan.Path}` gives {answer.Value.Type}, not a bool. Compare it with something.");
            }
        }

        return new EvaluationAnswer(new CelInt(-1), null, null);
    }

    private EvaluationAnswer Result(ScopeState scope) => scope.Block switch
    {
        { Number: 0 } when state.Plan.Outputs is { } outputs => Template(outputs, scope),
        { Owner.Plan: CallPlan { Outputs: { } outputs }, Kind: BlockKind.Once } => Template(outputs, scope),
        { Owner.Plan: ParallelPlan, Kind: BlockKind.Once } => ById(scope),
        { Kind: BlockKind.Once } => Last(scope),
        _ => new EvaluationAnswer(CelNull.Instance, null, null),
    };

    private EvaluationAnswer Last(ScopeState scope)
    {
        var steps = scope.Steps;
        var value = steps.Length == 0 || steps[^1].Outcome == Outcome.Skipped ? CelNull.Instance : values.OfStep(steps[^1]);
        return value is CelErrorValue error
            ? Refused(error.Message)
            : new EvaluationAnswer(value, steps.Length == 0 ? null : steps[^1].Output, null);
    }

    private EvaluationAnswer ById(ScopeState scope)
    {
        var members = new Dictionary<string, CelValue>();
        foreach (var step in scope.Steps)
        {
            if (values.OfStep(step) is var value and not CelErrorValue)
            {
                members[step.Plan.Id] = value;
            }
        }

        return new EvaluationAnswer(CelMap.Of(members), null, null);
    }

    private EvaluationAnswer Template(Template template, ScopeState scope) =>
        From(TemplateEvaluator.Evaluate(template, new ScopeActivation(values, scope), deferSecrets: true));

    private EvaluationAnswer Expression(PlanExpression expression, ScopeState scope) =>
        From(TemplateEvaluator.Evaluate(expression, new ScopeActivation(values, scope)));

    private static EvaluationAnswer From(TemplateResult result) =>
        result.Error is { } error ? new EvaluationAnswer(null, null, Failure(error)) : new EvaluationAnswer(result.Value, null, null);

    private static StepFailure Failure(TemplateError error) => StepFailure.Permanent(error.Code, $"{error.Position}: {error.Message}");

    private static EvaluationAnswer Refused(string message) => new(null, null, StepFailure.Permanent("ATL2110", message));

    private static EvaluationAnswer Text(EvaluationAnswer answer, StepState step) => answer.Value is null or CelString { Value.Length: > 0 }
        ? answer
        : Refused($"`collection` of step `{step.Plan.Path}` gives {answer.Value.Type}, not a name.");

    private static EvaluationAnswer Recorded(EvaluationAnswer answer)
    {
        if (answer.Value is null || answer.Json is not null)
        {
            return answer;
        }

        var json = ValueJson.Write(answer.Value, out var failure);
        if (json is { Length: > ValueJson.MaxInline })
        {
            return Refused($"the value has {json.Length / 1024} KiB; at most {ValueJson.MaxInline / 1024} KiB fit here. Yield less, or write it to a file or artifact.");
        }

        return new EvaluationAnswer(answer.Value, json, failure);
    }
}
