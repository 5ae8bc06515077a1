using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tests.Users;

public class UserRulesTests
{
    [Theory]
    [InlineData("anna")]
    [InlineData("A.B-c_9@example.org")]
    [InlineData("9")]
    public void Name_OfPlainSigns_IsGood(string name) => Assert.Null(UserRules.CheckName(name));

    [Theory]
    [InlineData("")]
    [InlineData(".anna")]
    [InlineData("an na")]
    [InlineData("аnna")]
    [InlineData("a\nb")]
    [InlineData("<script>")]
    public void Name_OfOtherSigns_IsRefused(string name) => Assert.Equal(WorkspaceCodes.UserNameRefused, UserRules.CheckName(name)!.Code);

    [Fact]
    public void Name_TooLong_IsRefused()
    {
        Assert.Null(UserRules.CheckName(new string('a', 64)));
        Assert.NotNull(UserRules.CheckName(new string('a', 65)));
    }

    [Theory]
    [InlineData("eleven char", false)]
    [InlineData("twelve chars", true)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("abababababababab", false)]
    [InlineData("administrator1", false)]
    [InlineData("one two three four", true)]
    public void Password_ByLengthAndVariety_IsGoodOrNot(string password, bool good) => Assert.Equal(good, UserRules.CheckPassword("administrator", password) is null);

    [Fact]
    public void Password_OfManyCharacters_IsRefused() => Assert.NotNull(UserRules.CheckPassword("anna", string.Concat(Enumerable.Repeat("abcde", 60))));
}
