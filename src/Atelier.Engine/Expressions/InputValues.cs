using System.Text.Json;
using Atelier.Engine.State;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Atelier.Language.Inputs;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Expressions;

/// <summary>Inputs of runs and of inlined workflows as values.</summary>
internal static class InputValues
{
    /// <summary>Checked inputs with integers where they are declared.</summary>
    public static CelMap Read(IReadOnlyList<InputPlan> declared, byte[] json)
    {
        var typed = new Dictionary<string, CelValue>();
        foreach (var (key, value) in (CelMap)CelJson.Read(json))
        {
            var name = ((CelString)key).Value;
            var input = declared.FirstOrDefault(input => input.Name == name);
            typed[name] = input is { Type: InputType.Integer } && value is CelDouble number ? new CelInt((long)number.Value)
                : input is { Items: { } items, Type: InputType.List or InputType.Object } ? CelJson.ApplySchema(value, items)
                : value;
        }

        return CelMap.Of(typed);
    }

    /// <summary>What an inlined workflow is given, checked, with its defaults; null with a failure.</summary>
    public static byte[]? OfCall(RunState state, CallPlan call, byte[] given, out StepFailure? failure)
    {
        var values = JsonElement.Parse(given).EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value);
        var current = Path.GetFullPath(state.Options.BaseFolder ?? Path.GetDirectoryName(state.Plan.File) ?? ".");
        var file = call.Inputs.IsEmpty ? null : Path.GetDirectoryName(Path.GetFullPath(call.Inputs[0].Position.File, current));
        var bound = InputBinder.Bind(call.Inputs, values, new InputFolders(current, file ?? current));
        if (!bound.IsValid)
        {
            var first = bound.Diagnostics.First(static mistake => mistake.Severity == Language.DiagnosticSeverity.Error);
            failure = StepFailure.Permanent(first.Code, $"{call.Path}: {first.Message}");
            return null;
        }

        failure = null;
        return JsonSerializer.SerializeToUtf8Bytes(bound.Values);
    }
}
