using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

/// <summary>Short forms for tests of expressions.</summary>
internal static class Evaluating
{
    public static CelExpression Parsed(string text, CelOptions? options = null)
    {
        var result = CelExpression.Parse(text, options ?? CelOptions.Strict);
        Assert.True(result.IsValid, result.IsValid ? null : $"{text}: {result.Errors[0]}");
        return result.Expression;
    }

    public static CelSyntaxError SyntaxError(string text) => Assert.Single(CelExpression.Parse(text, CelOptions.Strict).Errors);

    public static CelResult Result(string text, CelOptions? options = null, params (string Name, CelValue Value)[] variables) =>
        Parsed(text, options).Evaluate(new CelVariables(variables.ToDictionary(variable => variable.Name, variable => variable.Value)));

    public static CelValue Value(string text, CelOptions? options = null, params (string Name, CelValue Value)[] variables)
    {
        var result = Result(text, options, variables);
        Assert.True(result.IsValue, result.IsValue ? null : $"{text}: {result.Error}");
        return result.Value;
    }

    public static CelError Error(string text, CelOptions? options = null, params (string Name, CelValue Value)[] variables)
    {
        var result = Result(text, options, variables);
        Assert.False(result.IsValue, $"{text} gives {result.Value}");
        return result.Error;
    }

    public static CelValue Json(string text) => CelJson.Read(System.Text.Encoding.UTF8.GetBytes(text));

    public static string Canonical(CelValue value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var error = CelJson.WriteCanonical(value, buffer);
        Assert.Null(error);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Plain(CelValue value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        var error = CelJson.Write(value, buffer);
        Assert.Null(error);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
