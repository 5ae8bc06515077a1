using Atelier.Language.Cel;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("a", "a@0+1")]
    [InlineData("a.b.c", "a.b.c@0+5")]
    [InlineData("1 + a['b c'].d", "a.b c.d@4+10")]
    [InlineData("a.b[i].c", "a.b@0+3 i@4+1")]
    [InlineData("a.?b.c", "a.b.c@0+6?")]
    [InlineData("a[?'b']", "a.b@0+7?")]
    [InlineData("has(a.b.c)", "a.b.c@4+5?")]
    [InlineData("has(a.b) ? a.b : c", "a.b@4+3? a.b@11+3 c@17+1")]
    [InlineData("xs.map(x, x.y + z)", "xs@0+2 z@16+1")]
    [InlineData("x.map(x, x)", "x@0+1")]
    [InlineData("x.map(x, .x)", "x@0+1 x@9+2")]
    [InlineData("m.transformList(k, v, k + v.w + u)", "m@0+1 u@32+1")]
    [InlineData("cel.bind(t, a.b, t.c + d)", "a.b@12+3 d@23+1")]
    [InlineData("a.?b.optMap(v, v.c)", "a.b@0+4?")]
    [InlineData("math.greatest(a, b)", "a@14+1 b@17+1")]
    [InlineData("size(a.b) > 0 && b.c.startsWith('x')", "a.b@5+3 b.c@17+3")]
    [InlineData("{'k': a}.k", "a@6+1")]
    [InlineData("f(a).b", "a@2+1")]
    public void References_Expression_AreItsFreeNames(string text, string expected)
    {
        var found = Evaluating.Parsed(text).References.Select(reference =>
            $"{string.Join('.', reference.Path.Prepend(reference.Root))}@{reference.Offset}+{reference.Length}{(reference.IsOptional ? "?" : string.Empty)}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void Functions_Calls_AreNamedAndKnown()
    {
        var expression = Evaluating.Parsed("[now(), 1].map(x, math.abs(x)).nope()");
        Assert.True(expression.UsesFunction("now"));
        Assert.False(expression.UsesFunction("map"));
        Assert.Equal(
            ["now/0 False", "math.abs/1 True", "nope/0 False"],
            expression.Functions.Select(use => $"{use.Name}/{use.Arity} {use.IsKnown}"));
    }
}
