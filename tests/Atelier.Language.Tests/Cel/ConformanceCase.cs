using System.Text.Json;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Tests.Cel;

/// <summary>One public case: an expression, its variables, and the value it must give (null: an error).</summary>
internal sealed record ConformanceCase(string Id, string Expression, string Container, Dictionary<string, CelValue> Variables, CelValue? Expected)
{
    public static ConformanceCase Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var json = document.RootElement;
        string Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString()! : string.Empty;
        var variables = json.TryGetProperty("vars", out var vars) ? vars.EnumerateObject().ToDictionary(entry => entry.Name, entry => Checked(entry.Value)) : [];
        return new ConformanceCase(
            $"{Text("file")}/{Text("section")}/{Text("test")}",
            Text("expr"),
            Text("container"),
            variables,
            json.TryGetProperty("value", out var expected) ? Checked(expected) : null);
    }

    /// <summary>What the case shows: passed, an error instead of a value, or something that must never be.</summary>
    public ConformanceVerdict Run()
    {
        var parsed = CelExpression.Parse(Expression, CelOptions.Strict with { Container = Container });
        if (!parsed.IsValid)
        {
            return Expected is null ? ConformanceVerdict.Passed : ConformanceVerdict.Error(parsed.Errors[0].Message);
        }

        var result = parsed.Expression.Evaluate(new CelVariables(Variables));
        if (!result.IsValue)
        {
            return Expected is null ? ConformanceVerdict.Passed : ConformanceVerdict.Error(result.Error.Message);
        }

        return Expected is not null && ExactValue.Same(Expected, result.Value)
            ? ConformanceVerdict.Passed
            : ConformanceVerdict.WrongValue($"{result.Value.Type}({result.Value})");
    }

    private static CelValue Checked(JsonElement json) => CelTyped.Read(json) is var value && value is CelErrorValue error
        ? throw new InvalidDataException($"{error.Message} in {json}")
        : value;
}
