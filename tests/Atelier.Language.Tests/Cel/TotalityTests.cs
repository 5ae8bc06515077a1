using System.Text.RegularExpressions;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Functions;
using Xunit;

namespace Atelier.Language.Tests.Cel;

/// <summary>Every function with every kind of value in every place: a value or an error, never an exception.</summary>
public sealed partial class TotalityTests
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "3", "9223372036854775807", "(-9223372036854775807 - 1)", "2u", "18446744073709551615u", "0.0", "-2.5", "1e308", "(0.0 / 0.0)", "(1.0 / 0.0)", "''", "'a'",
        "'%s%d%f%e%x%b'", "'-1:30'", "'Europe/Berlin'", "'1h'", "'(['", "'x\\U0001F600y'", "b''", "b'\\xff'", "[]", "['a', 'b']", "[1, 2.5, 'x', null, [b'\\xff'], {1: 2}]", "{}", "{'a': 1}",
        "timestamp('0001-01-01T00:00:00Z')", "timestamp('9999-12-31T23:59:59.999999999Z')", "duration('-9223372036854775807ns')", "int", "optional.none()", "optional.of(1)", "ip('::1')",
        "cidr('10.0.0.0/8')",
    ];

    [Fact]
    public void Call_AnyFunctionWithAnyOneOrTwoValues_NeverThrows()
    {
        foreach (var name in CelFunctions.Standard.Names)
        {
            foreach (var first in Values)
            {
                Run($"{name}({first})");
                Run($"{first}.{name}()");
                foreach (var second in Values)
                {
                    Run($"{name}({first}, {second})");
                    Run($"{first}.{name}({second})");
                }
            }
        }
    }

    [Fact]
    public void Call_TextFunctionsWithThreeValues_NeverThrows()
    {
        foreach (var name in new[] { "replace", "substring", "indexOf", "lastIndexOf", "split" })
        {
            foreach (var second in Values)
            {
                foreach (var third in Values)
                {
                    Run($"'x\\U0001F600y'.{name}({second}, {third})");
                    Run($"'x\\U0001F600y'.{name}('', {second}, {third})");
                    Run($"'x\\U0001F600y'.{name}({second}, {third}, 1)");
                }
            }
        }
    }

    [Fact]
    public void Operate_AnyTwoValues_NeverThrows()
    {
        foreach (var operation in new[] { "+", "-", "*", "/", "%", "<", "<=", ">", ">=", "==", "!=", "in", "&&", "||" })
        {
            foreach (var first in Values)
            {
                foreach (var second in Values)
                {
                    Run($"{first} {operation} {second}");
                }
            }
        }

        foreach (var first in Values)
        {
            Run($"!{first}");
            Run($"-({first})");
            Run($"{first}.a");
            Run($"has({first}.a)");
            Run($"{first} ? 1 : 2");
            Run($"{first}.map(x, x)");
            Run($"{first}.all(i, v, v == i)");
            foreach (var second in Values)
            {
                Run($"{first}[{second}]");
                Run($"{first}[?{second}]");
                Run($"{{{first}: {second}}}");
                Run($"[?{first}, {second}]");
            }
        }
    }

    /// <summary>Mixed numbers try a call a second time with other types, so they cover the strict way too.</summary>
    private static void Run(string text)
    {
        var result = CelExpression.Parse(text, CelOptions.Mixed);
        Assert.True(result.IsValid, text);
        var evaluated = result.Expression.Evaluate(CelVariables.None);
        Assert.True(evaluated.IsValue || Code().IsMatch(evaluated.Error.Code), text);
    }

    [GeneratedRegex("^ATL13[0-9][0-9]$")]
    private static partial Regex Code();
}
