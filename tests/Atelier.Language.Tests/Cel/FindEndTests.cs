using Atelier.Language.Cel;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class FindEndTests
{
    [Theory]
    [InlineData("a.b}", 3)]
    [InlineData("}", 0)]
    [InlineData("{'a': 1}.a} tail }", 10)]
    [InlineData("{'a': {'b': {}}}}", 16)]
    [InlineData("'}'}", 3)]
    [InlineData("\"}\\\"}\"}", 6)]
    [InlineData("'\\'}'}", 5)]
    [InlineData("r'\\'}", 4)]
    [InlineData("r'}\\'}", 5)]
    [InlineData("b'}'}", 4)]
    [InlineData("br'}\\'}", 6)]
    [InlineData("'''}'}''\n}'''}", 13)]
    [InlineData("\"\"\"}\"\"}\"\"\"}", 10)]
    [InlineData("a // }\n}", 7)]
    [InlineData("a + # }", 6)]
    [InlineData("[1, 2]['}'.size()]}", 18)]
    public void FindEnd_ClosedTemplate_IsTheClosingBrace(string body, int expected)
    {
        Assert.Equal(expected, CelExpression.FindEnd(body, 0));
        Assert.Equal(expected + 7, CelExpression.FindEnd("text ${" + body, 7));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("{'a': 1")]
    [InlineData("'}")]
    [InlineData("'''}'")]
    [InlineData("a // }")]
    [InlineData("'\\")]
    public void FindEnd_OpenTemplate_IsMinusOne(string body) => Assert.Equal(-1, CelExpression.FindEnd(body, 0));
}
