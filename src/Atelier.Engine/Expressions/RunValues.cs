using System.Text.Json.Nodes;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Values;
using Atelier.Language;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;

namespace Atelier.Engine.Expressions;

/// <summary>The values of one run as expressions see them.</summary>
internal sealed class RunValues
{
    private readonly RunState _state;
    private readonly IActionCatalog _actions;
    private readonly IItemsReader _reader;
    private readonly TimeProvider _time;

    public RunValues(RunState state, IActionCatalog actions, IItemsReader reader, TimeProvider time)
    {
        _time = time;
        _state = state;
        _actions = actions;
        _reader = reader;
        Run = CelMap.Of(new Dictionary<string, CelValue>
        {
            ["id"] = new CelString(state.Id.ToString()),
            ["workflow"] = new CelString(state.Plan.Name),
            ["started"] = CelTimestamp.From(DateTimeOffset.FromUnixTimeMilliseconds(state.Started)),
        });
    }

    public CelMap Inputs => _state.Inputs;

    public CelMap Run { get; }

    /// <summary>What <c>now()</c> gives.</summary>
    public CelValue Now => CelTimestamp.From(_time.GetUtcNow());

    public CelValue OfStep(StepState step)
    {
        if (step.Phase == StepPhase.Ended && step.Outcome is Outcome.Succeeded or Outcome.Empty)
        {
            return step.Value ??= Read(step.Output, SchemaOf(step));
        }

        if (step is { Phase: StepPhase.Settling, Settling: { Outcome: Outcome.Succeeded or Outcome.Empty, Output: { } output } })
        {
            return Read(output, SchemaOf(step));
        }

        var why = step.Phase == StepPhase.Ended ? $"was {step.Outcome.ToText()}" : "has not ended";
        return CelErrorValue.Absent($"step `{step.Plan.Path}` {why}: it has no output. Ask with `.?` or has() where that may be.");
    }

    /// <summary>What a scope adds besides its steps; null: not that name.</summary>
    public CelValue? OfScope(ScopeState scope, string name)
    {
        var block = scope.Block;
        return (block.Kind, name) switch
        {
            (BlockKind.ForEach, _) when name == block.ForEach.As => scope.Item ??= Read(scope.ItemJson, RowSchema(block)),
            (BlockKind.ForEach, "each") => CelMap.Of(new Dictionary<string, CelValue>
            {
                ["key"] = new CelString(scope.Key!),
                ["index"] = new CelInt(scope.Id.Ordinal),
                ["collection"] = new CelString(block.Collection!),
            }),
            (BlockKind.Repeat, "iteration") => CelMap.Of(new Dictionary<string, CelValue>
            {
                ["index"] = new CelInt(scope.Id.Ordinal),
                ["previous"] = scope.Item ??= scope.ItemJson is null ? CelNull.Instance : Read(scope.ItemJson, null),
            }),
            (BlockKind.OnFailure or BlockKind.Finally, "error") => Errors(block) is [var first, ..] ? first : CelNull.Instance,
            (BlockKind.OnFailure or BlockKind.Finally, "errors") => CelList.Of(Errors(block)),
            (BlockKind.Once, "inputs") when block.Owner.Plan is CallPlan call => scope.Item ??= ItemsValues.Restore(InputValues.Read(call.Inputs, block.Detail!.Inputs!), _reader),
            _ => null,
        };
    }

    /// <summary>Stored bytes as a value; handles of rows become lists that read them.</summary>
    public CelValue Read(byte[]? json, JsonNode? schema)
    {
        if (json is null)
        {
            return CelNull.Instance;
        }

        var value = CelJson.Read(json);
        if (schema is not null)
        {
            value = CelJson.ApplySchema(value, schema);
        }

        return json.AsSpan().IndexOf("\"$items\""u8) < 0 ? value : ItemsValues.Restore(value, _reader);
    }

    public JsonNode? RowSchema(BlockState block) =>
        block.Source is { IsCopy: false, Owner.Plan: ActionStepPlan action } && _actions.Find(action.Action)?.OutputSchema is JsonObject schema ? schema : null;

    private JsonNode? SchemaOf(StepState step) => step switch
    {
        { Source: not null } => null,
        { Plan: ActionStepPlan action } => _actions.Find(action.Action)?.OutputSchema as JsonObject,
        { Plan: ForEachPlan } => ItemsValues.CountsSchema,
        { Plan: RepeatPlan } => ItemsValues.RoundsSchema,
        _ => null,
    };

    private static List<CelValue> Errors(BlockState handler) =>
        [.. (handler.Owner.Settling?.Failures ?? []).Select(static failure => (CelValue)CelMap.Of(new Dictionary<string, CelValue>
        {
            ["step"] = new CelString(failure.Step),
            ["key"] = failure.Key is null ? CelNull.Instance : new CelString(failure.Key),
            ["attempt"] = new CelInt(failure.Attempt),
            ["kind"] = new CelString(failure.Failure.Kind.ToString().ToLowerInvariant()),
            ["code"] = new CelString(failure.Failure.Code),
            ["message"] = new CelString(failure.Failure.Message),
        }))];
}
