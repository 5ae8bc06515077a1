using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class MixedNumberTests
{
    [Theory]
    [InlineData("n + 1", "8.0")]
    [InlineData("1 + n", "8.0")]
    [InlineData("n * 2u", "14.0")]
    [InlineData("1 + 2u", "3.0")]
    [InlineData("n % 4", "3.0")]
    [InlineData("n / 2", "3.5")]
    [InlineData("-(1u)", "-1.0")]
    [InlineData("1 + 2", "3")]
    [InlineData("7 / 2", "3")]
    [InlineData("'abcdefghij'.substring(n)", "hij")]
    [InlineData("[1, 2, 3][n - 5]", "3")]
    [InlineData("'%d'.format([n])", "7")]
    [InlineData("math.ceil(3)", "3.0")]
    [InlineData("timestamp(n)", "1970-01-01T00:00:07Z")]
    public void Evaluate_MixedNumbers_Widen(string text, string expected)
    {
        var value = Evaluating.Value(text, CelOptions.Mixed, ("n", Evaluating.Json("7")));
        Assert.Equal(expected, value is CelDouble { Value: var number } && double.IsInteger(number) ? $"{value}.0" : value.ToString());
    }

    [Theory]
    [InlineData("n + 1")]
    [InlineData("n % 4.0")]
    [InlineData("1 + 2u")]
    [InlineData("'abcdefghij'.substring(n)")]
    public void Evaluate_MixedNumbersWhenStrict_AreAnError(string text) =>
        Assert.Equal(CelCodes.NoOverload, Evaluating.Error(text, null, ("n", Evaluating.Json("7"))).Code);

    [Theory]
    [InlineData("7.5 % 2", CelCodes.NoOverload)]
    [InlineData("n % 0", CelCodes.DivideByZero)]
    [InlineData("'abc'.substring(0.5)", CelCodes.NoOverload)]
    [InlineData("'a' + 1", CelCodes.NoOverload)]
    public void Evaluate_MixedNumbersThatDoNotFit_AreAnError(string text, string code) =>
        Assert.Equal(code, Evaluating.Error(text, CelOptions.Mixed, ("n", Evaluating.Json("7"))).Code);
}
