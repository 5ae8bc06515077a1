namespace Atelier.Cli.Tests.Servers;

public sealed class ServerLocationTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("http://127.0.0.1:8470", "http://127.0.0.1:8470", false)]
    [InlineData(" https://atelier.example.org/ ", "https://atelier.example.org", false)]
    [InlineData("https://example.org/team/atelier/?a=1#b", "https://example.org/team/atelier", false)]
    [InlineData("http://[::1]:8470", "http://[::1]:8470", false)]
    [InlineData("http://localhost:8470", "http://localhost:8470", false)]
    [InlineData("http://10.0.0.7:8470", "http://10.0.0.7:8470", true)]
    public void Address_AsPeopleWriteIt_IsRead(string text, string address, bool open)
    {
        var found = Cli.Servers.ServerLocation.Find(text, null, isHomeGiven: false)!;

        Assert.Equal((address, open), (found.ToString(), found.IsOpen));
        Assert.Equal(new Uri(address + "/api/v1/runs"), new Uri(found.Address, "api/v1/runs"));
    }

    [Theory]
    [InlineData("127.0.0.1:8470")]
    [InlineData("ftp://example.org")]
    [InlineData("/somewhere")]
    [InlineData("https://ada:secret@example.org")]
    public void Address_ThatIsNone_IsRefusedWithoutWhatItHides(string text)
    {
        var refused = Assert.Throws<CommandException>(() => Cli.Servers.ServerLocation.Find(text, null, isHomeGiven: false));

        Assert.Equal((ExitCodes.BadInput, "ATL4041"), (refused.Exit, refused.Code));
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a\u0007b")]
    [InlineData("")]
    public void Token_ThatIsNone_IsRefusedWithoutSayingIt(string text)
    {
        File.WriteAllText(_file, text);

        var refused = Assert.Throws<CommandException>(() => Cli.Servers.ServerLocation.Find("http://127.0.0.1:1", _file, isHomeGiven: false));

        Assert.Equal("ATL4041", refused.Code);
        Assert.True(text.Length == 0 || !refused.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Token_OfAFile_IsItsLineAndNeverPrinted()
    {
        File.WriteAllText(_file, "atl_abc\n");

        var found = Cli.Servers.ServerLocation.Find("http://127.0.0.1:1", _file, isHomeGiven: false)!;

        Assert.Equal("atl_abc", found.Token);
        Assert.DoesNotContain("atl_abc", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void HomeAndServer_Together_AreRefused() =>
        Assert.Equal(ExitCodes.BadInput, Assert.Throws<CommandException>(() => Cli.Servers.ServerLocation.Find("http://127.0.0.1:1", null, isHomeGiven: true)).Exit);

    public void Dispose() => File.Delete(_file);
}
