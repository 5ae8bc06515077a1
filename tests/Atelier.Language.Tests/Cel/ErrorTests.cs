using Atelier.Language.Cel;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("a.b.c", "ATL1321", "no such key: c (at a.b)", 4)]
    [InlineData("a['b'].c + 1", "ATL1321", "no such key: c (at a['b'])", 7)]
    [InlineData("a.n.c", "ATL1323", "no such key: c, for a.n is a double and no map", 4)]
    [InlineData("a.l[3]", "ATL1322", "index out of range: 3 of 2 elements (at a.l)", 4)]
    [InlineData("b.c", "ATL1320", "unknown name: b", 0)]
    [InlineData("1 + 'x'", "ATL1323", "no such overload: _+_(int, string)", 2)]
    [InlineData("nothing(1)", "ATL1324", "unknown function: nothing with 1 argument", 0)]
    [InlineData("a.nothing()", "ATL1324", "unknown function: .nothing with 0 arguments", 2)]
    [InlineData("9223372036854775807 + 1", "ATL1325", "overflow: the result is outside the range of int", 20)]
    [InlineData("0u - 1u", "ATL1325", "overflow: the result is outside the range of uint", 3)]
    [InlineData("1 / 0", "ATL1326", "divide by zero", 2)]
    [InlineData("1 % 0", "ATL1326", "modulus by zero", 2)]
    [InlineData("int('x')", "ATL1327", "cannot convert a string to int: x", 0)]
    [InlineData("{'a': 1, 'a': 2}", "ATL1328", "repeated key: a", 0)]
    [InlineData("'a'.matches('(')", "ATL1330", null, 4)]
    [InlineData("optional.none().value()", "ATL1331", "the optional has no value", 16)]
    [InlineData("1 && true", "ATL1323", "no such overload: && needs a bool and has an int", 0)]
    public void Evaluate_Mistake_IsAnErrorWithCodeSentenceAndPlace(string text, string code, string? message, int offset)
    {
        var error = Evaluating.Error(text, null, ("a", Evaluating.Json("""{"b": {}, "n": 1, "l": [1, 2]}""")));
        Assert.Equal((code, offset), (error.Code, error.Offset));
        if (message is not null)
        {
            Assert.Equal(message, error.Message);
        }
    }

    [Theory]
    [InlineData("", "ATL1301", 0, 0)]
    [InlineData("1 +", "ATL1301", 3, 0)]
    [InlineData("a ?.b", "ATL1301", 2, 2)]
    [InlineData("(1", "ATL1301", 2, 0)]
    [InlineData("1 2", "ATL1301", 2, 1)]
    [InlineData("a = b", "ATL1301", 2, 1)]
    [InlineData("[1,,2]", "ATL1301", 3, 1)]
    [InlineData("f(1,)", "ATL1301", 4, 1)]
    [InlineData("'abc", "ATL1302", 0, 4)]
    [InlineData(@"'\q'", "ATL1302", 1, 2)]
    [InlineData(@"'\ud800'", "ATL1302", 6, 1)]
    [InlineData("1 + 9223372036854775808", "ATL1302", 4, 19)]
    [InlineData("1e999", "ATL1302", 0, 5)]
    [InlineData("1 + while", "ATL1305", 4, 5)]
    [InlineData("a.in", "ATL1305", 2, 2)]
    [InlineData("has(a)", "ATL1306", 0, 3)]
    [InlineData("[1].map(a.b, 1)", "ATL1306", 8, 3)]
    [InlineData("[1].exists(a, a, true)", "ATL1306", 4, 6)]
    [InlineData("a.B{c: 1}", "ATL1307", 0, 4)]
    public void Parse_Mistake_NamesCodeAndPlace(string text, string code, int offset, int length)
    {
        var error = Evaluating.SyntaxError(text);
        Assert.Equal((code, offset, length), (error.Code, error.Offset, error.Length));
    }

    [Fact]
    public void Parse_ReservedWordAfterDot_IsAField() =>
        Assert.True(CelExpression.Parse("a.package.while", CelOptions.Strict).IsValid);

    [Theory]
    [InlineData("false && 1 / 0 > 0", false)]
    [InlineData("1 / 0 > 0 && false", false)]
    [InlineData("true || missing", true)]
    [InlineData("missing || true", true)]
    [InlineData("[1, 0].exists(x, 1 / x == 1)", true)]
    [InlineData("[0, 2].all(x, 1 / x == 1)", false)]
    [InlineData("true ? true : 1 / 0 == 0", true)]
    public void Evaluate_ErrorThatDoesNotDecide_IsLeftBehind(string text, bool expected) =>
        Assert.Equal(expected ? "true" : "false", Evaluating.Value(text).ToString());
}
