using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tests.Users;

public class PasswordHashTests
{
    private readonly CountedBytes _bytes = new();

    [Fact]
    public void Verifies_TheSamePassword_AndNoOther()
    {
        var hash = PasswordHash.Of("correct horse battery", _bytes.Next, iterations: 10);

        Assert.True(hash.Verifies("correct horse battery"));
        Assert.False(hash.Verifies("correct horse batterz"));
        Assert.False(hash.Verifies(string.Empty));
    }

    [Fact]
    public void Text_ReadAgain_VerifiesAsBefore()
    {
        var hash = PasswordHash.Parse(PasswordHash.Of("pässwörter 🎨 hier", _bytes.Next, iterations: 10).ToText());

        Assert.True(hash.Verifies("pässwörter 🎨 hier"));
        Assert.True(hash.IsDated);
    }

    [Fact]
    public void Text_OfANewHash_CarriesItsParametersAndNotThePassword()
    {
        var text = PasswordHash.Of("correct horse battery", _bytes.Next).ToText();

        Assert.StartsWith("pbkdf2-sha256$600000$", text, StringComparison.Ordinal);
        Assert.Equal(16, Convert.FromBase64String(text.Split('$')[2]).Length);
        Assert.Equal(32, Convert.FromBase64String(text.Split('$')[3]).Length);
        Assert.DoesNotContain("battery", text, StringComparison.Ordinal);
        Assert.False(PasswordHash.Parse(text).IsDated);
    }

    [Fact]
    public void Hashes_OfTheSamePassword_Differ() =>
        Assert.NotEqual(PasswordHash.Of("correct horse battery", _bytes.Next, 10).ToText(), PasswordHash.Of("correct horse battery", _bytes.Next, 10).ToText());

    [Fact]
    public void Nobody_VerifiesNothing_AtTheCostOfARealOne()
    {
        Assert.False(PasswordHash.Nobody.Verifies("anything at all"));
        Assert.False(PasswordHash.Nobody.IsDated);
        Assert.StartsWith("pbkdf2-sha256$600000$", PasswordHash.Nobody.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("md5$1$AA==$AA==")]
    [InlineData("pbkdf2-sha256$-1$AA==$AA==")]
    [InlineData("pbkdf2-sha256$1$?$AA==")]
    public void Parse_OfSomethingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => PasswordHash.Parse(text));

    [Fact]
    public void Printing_OfAHash_SaysNothing() => Assert.Equal("(password)", PasswordHash.Of("correct horse battery", _bytes.Next, 10).ToString());
}
