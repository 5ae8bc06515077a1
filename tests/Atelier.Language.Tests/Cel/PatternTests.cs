using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

/// <summary>Where RE2's patterns and .NET's differ, RE2's meaning counts.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^.$", "😀", true)]
    [InlineData("^..$", "😀", false)]
    [InlineData("^[^x]$", "😀", true)]
    [InlineData("^[😀-😅]$", "😃", true)]
    [InlineData("^[a😀]+$", "a😀a", true)]
    [InlineData("^[a-c😀]+$", "d", false)]
    [InlineData("^😀{2}$", "😀😀", true)]
    [InlineData("^[\\x{1F600}-\\x{1F64F}]$", "😃", true)]
    [InlineData("^[\\x{10000}-\\x{10FFFF}]$", "😃", true)]
    [InlineData("^\\w$", "é", false)]
    [InlineData("^\\W$", "é", true)]
    [InlineData("^[\\W]$", "😀", true)]
    [InlineData("^[^\\W]$", "😀", false)]
    [InlineData("^\\d$", "٣", false)]
    [InlineData("^[\\d]$", "٣", false)]
    [InlineData("^\\s$", "\u00a0", false)]
    [InlineData("^\\pL$", "é", true)]
    [InlineData("^\\p{Lu}$", "é", false)]
    [InlineData("^\\PL$", "1", true)]
    [InlineData("a$", "a\n", false)]
    [InlineData("(?m)a$", "a\nb", true)]
    [InlineData("a.b", "a\nb", false)]
    [InlineData("(?s)a.b", "a\nb", true)]
    [InlineData("(?s:a.b).c", "a\nb\nc", false)]
    [InlineData("(?i)ABC", "xabcx", true)]
    [InlineData("(?i:A)B", "aB", true)]
    [InlineData("(?i:A)B", "ab", false)]
    [InlineData("(?P<name>a)(?<other>b)", "ab", true)]
    [InlineData("\\Qa.b\\E", "a.b", true)]
    [InlineData("\\Qa.b\\E", "axb", false)]
    [InlineData("^[[:alpha:]_]+$", "ab_c", true)]
    [InlineData("^[[:^alpha:]]$", "1", null)]
    [InlineData("\\bfoo\\b", "a foo b", true)]
    [InlineData("\\bfoo\\b", "éfoo", true)]
    [InlineData("\\Bfoo", "éfoo", false)]
    [InlineData("^[]a]$", "]", true)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData("x#y z", "x#y z", true)]
    [InlineData("a{1001}", "a", null)]
    [InlineData("(a)\\1", "aa", null)]
    [InlineData("(?=a)a", "a", null)]
    [InlineData("(?#note)a", "a", null)]
    [InlineData("a**", "a", null)]
    [InlineData("[a", "a", null)]
    [InlineData("[z-a]", "a", null)]
    [InlineData("a)", "a", null)]
    [InlineData("(a", "a", null)]
    [InlineData("\\8", "8", null)]
    public void Matches_Pattern_MeansWhatRe2Says(string pattern, string text, bool? expected)
    {
        var result = Evaluating.Result("t.matches(p)", null, ("t", new CelString(text)), ("p", new CelString(pattern)));
        Assert.Equal(expected, result.IsValue ? ((CelBool)result.Value).Value : null);
        if (!result.IsValue)
        {
            Assert.Equal(CelCodes.Argument, result.Error.Code);
        }
    }
}
