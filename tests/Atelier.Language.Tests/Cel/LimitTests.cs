using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class LimitTests
{
    private const string Ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "", "]")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("f(", "", ")")]
    [InlineData("a[", "0", "]")]
    [InlineData("true ? 1 : ", "1", "")]
    [InlineData("[1].map(x, ", "1", ")")]
    public void Parse_NestedTooDeeply_IsASyntaxError(string open, string middle, string close)
    {
        var count = 9_000 / (open.Length + close.Length);
        var text = string.Concat(Enumerable.Repeat(open, count)) + middle + string.Concat(Enumerable.Repeat(close, count));
        Assert.Equal(CelCodes.TooDeep, Evaluating.SyntaxError(text).Code);
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("a", ".b")]
    [InlineData("a", "[0]")]
    [InlineData("a", ".f()")]
    [InlineData("1", " == 1")]
    public void Parse_ChainedTooLong_IsASyntaxError(string first, string next) =>
        Assert.Equal(CelCodes.TooDeep, Evaluating.SyntaxError(first + string.Concat(Enumerable.Repeat(next, 1_500))).Code);

    [Theory]
    [InlineData("!", "true")]
    [InlineData("-", "1.5")]
    public void Parse_SignsTooMany_IsASyntaxError(string sign, string operand) =>
        Assert.Equal(CelCodes.TooDeep, Evaluating.SyntaxError(string.Concat(Enumerable.Repeat(sign, 9_000)) + operand).Code);

    [Fact]
    public void Parse_LongChainOfOr_IsNoNesting() =>
        Assert.Equal(CelBool.False, Evaluating.Value("false" + string.Concat(Enumerable.Repeat(" || false", 1_000))));

    [Fact]
    public void Parse_DeepestAllowed_Evaluates() =>
        Assert.Equal(CelInt.Of(1), Evaluating.Value(new string('(', 119) + "1" + new string(')', 119)));

    [Fact]
    public void Parse_TooLong_IsASyntaxError() =>
        Assert.Equal(CelCodes.TooLong, Evaluating.SyntaxError($"'{new string('x', CelExpression.MaxLength)}'").Code);

    [Fact]
    public void Evaluate_NestedComprehensions_EndAtTheCostLimit()
    {
        var text = string.Concat(Enumerable.Range(0, 8).Select(level => $"{Ten}.all(x{level}, ")) + "true" + new string(')', 8);
        var error = Evaluating.Error(text);
        Assert.Equal((CelCodes.CostLimit, "the expression took more than 1000000 steps"), (error.Code, error.Message));
    }

    [Fact]
    public void Evaluate_CostLimitInsideOr_IsNotLeftBehind()
    {
        var text = string.Concat(Enumerable.Range(0, 8).Select(level => $"{Ten}.all(x{level}, ")) + "true" + new string(')', 8);
        Assert.Equal(CelCodes.CostLimit, Evaluating.Error($"{text} || true").Code);
    }

    [Fact]
    public void Evaluate_DoublingString_EndsAtTheCostLimit()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(level => $"cel.bind(s{level + 1}, s{level} + s{level}, ")) + "size(s40)" + new string(')', 40);
        Assert.Equal(CelCodes.CostLimit, Evaluating.Error($"cel.bind(s0, 'abcdefghijklmnop', {text})").Code);
    }

    [Fact]
    public void Evaluate_DoublingList_EndsAtTheCostLimit()
    {
        var text = string.Concat(Enumerable.Range(0, 40).Select(level => $"cel.bind(s{level + 1}, s{level} + s{level}, ")) + "size(s40)" + new string(')', 40);
        Assert.Equal(CelCodes.CostLimit, Evaluating.Error($"cel.bind(s0, [1], {text})").Code);
    }

    [Fact]
    public void Evaluate_SmallLimit_CountsSteps()
    {
        var options = CelOptions.Strict with { CostLimit = 20 };
        Assert.Equal("10", Evaluating.Value($"size({Ten})", options).ToString());
        Assert.Equal(CelCodes.CostLimit, Evaluating.Error($"{Ten}.all(x, x > 0)", options).Code);
    }

    [Theory]
    [InlineData("n.all(i, s == t)")]
    [InlineData("n.all(i, s <= t)")]
    [InlineData("n.all(i, s in [t])")]
    [InlineData("n.all(i, !(s in {'a': 1}))")]
    [InlineData("n.all(i, {'a': 1}[?s].orValue(1) == 1)")]
    [InlineData("n.all(i, size({s: 1}) == 1)")]
    [InlineData("n.all(i, s.contains(t))")]
    [InlineData("n.all(i, s.matches('x$'))")]
    [InlineData("n.all(i, 'x'.matches(string(i)) || true)")]
    [InlineData("n.all(i, !'xxxxxxxxxxxxxxxxxxxx'.matches('(x.{40}){40}y'))")]
    [InlineData("n.all(i, size(s + t) > 0)")]
    [InlineData("n.all(i, size(bytes(s)) > 0)")]
    public void Evaluate_LongTextsAgainAndAgain_EndAtTheCostLimit(string text)
    {
        var numbers = CelList.Of([.. Enumerable.Range(0, 10_000).Select(number => CelInt.Of(number))]);
        var error = Evaluating.Error(text, null, ("n", numbers), ("s", new CelString(new string('x', 100_000))), ("t", new CelString(new string('x', 100_000))));
        Assert.Equal(CelCodes.CostLimit, error.Code);
    }

    [Theory]
    [InlineData("1", " + 1", 240)]
    [InlineData("a", ".b", 240)]
    [InlineData("a", ".size()", 240)]
    [InlineData("[1].map(x, ", ")", 118)]
    public void Evaluate_DeepestAllowed_FitsASmallStack(string first, string next, int count)
    {
        var text = next == ")"
            ? string.Concat(Enumerable.Repeat(first, count)) + "1" + new string(')', count)
            : first + string.Concat(Enumerable.Repeat(next, count));
        var thread = new Thread(() => Evaluating.Parsed(text).Evaluate(CelVariables.None), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(ThreadState.Stopped, thread.ThreadState);
    }

    [Fact]
    public void Evaluate_OrdinaryPatternOverManyItems_StaysUnderTheLimit()
    {
        var names = CelList.Of([.. Enumerable.Range(0, 10_000).Select(number => new CelString($"{number:x8}-1234-1234-1234-123456789abc"))]);
        Assert.Equal("10000", Evaluating.Value("n.filter(i, i.matches('^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')).size()", null, ("n", names)).ToString());
    }

    [Fact]
    public void Evaluate_HungryPattern_IsLinear()
    {
        var text = new CelString(new string('a', 5_000) + "!");
        Assert.Equal(CelBool.False, Evaluating.Value("t.matches('^(a+)+$')", null, ("t", text)));
    }
}
