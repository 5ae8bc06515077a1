using Atelier.Actions.Files;
using Xunit;

namespace Atelier.Actions.Tests.Files;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.jpg", "a.jpg", true)]
    [InlineData("*.jpg", "x/y/a.jpg", true)]
    [InlineData("*.jpg", "a.JPG", true)]
    [InlineData("*.jpg", "a.jpg.txt", false)]
    [InlineData("**/*.{jpg,png}", "a.png", true)]
    [InlineData("**/*.{jpg,png}", "x/y/a.jpg", true)]
    [InlineData("**/*.{jpg,png}", "x/y/a.gif", false)]
    [InlineData("./x/*.jpg", "x/a.jpg", true)]
    [InlineData("x/*.jpg", "x/y/a.jpg", false)]
    [InlineData("x/**", "x/y/a.jpg", true)]
    [InlineData("x/**/a.jpg", "x/a.jpg", true)]
    [InlineData("{x,y/**}/a.jpg", "y/z/a.jpg", true)]
    [InlineData("?.jpg", "é.jpg", true)]
    [InlineData("?.jpg", "ab.jpg", false)]
    [InlineData("[a-c].jpg", "b.jpg", true)]
    [InlineData("[!a-c].jpg", "b.jpg", false)]
    [InlineData("[!a-c].jpg", "d.jpg", true)]
    [InlineData("\\*.jpg", "*.jpg", true)]
    [InlineData("\\*.jpg", "a.jpg", false)]
    [InlineData("a+(b).jpg", "a+(b).jpg", true)]
    [InlineData("a\nb*", "a\nb,c\"d", true)]
    [InlineData("*.jpg", "a.jpg\n", false)]
    public void IsMatch_FollowsThePattern(string pattern, string path, bool expected)
    {
        Assert.True(Glob.TryParse(pattern, ignoreCase: true, out var glob, out var mistake), mistake);
        Assert.Equal(expected, glob.IsMatch(path));
    }

    [Fact]
    public void IsMatch_WithCase_Distinguishes()
    {
        Assert.True(Glob.TryParse("*.jpg", ignoreCase: false, out var glob, out _));
        Assert.False(glob.IsMatch("a.JPG"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{a,b")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    public void TryParse_OfABrokenPattern_SaysWhy(string pattern)
    {
        Assert.False(Glob.TryParse(pattern, true, out _, out var mistake));
        Assert.NotEmpty(mistake);
    }
}
