namespace Atelier.Cli.Tests.Servers;

/// <summary>What commands read of a home, they read the same of a server over an equal home.</summary>
public sealed class RemoteReadingTests(TwoHomes homes) : IClassFixture<TwoHomes>
{
    [Theory]
    [InlineData("runs list")]
    [InlineData("runs list --limit 3")]
    [InlineData("runs list --workflow waiting")]
    [InlineData("runs list --workflow nobody")]
    [InlineData("runs show r1")]
    [InlineData("runs show r2")]
    [InlineData("runs show r3")]
    [InlineData("runs show r4")]
    [InlineData("runs show r5")]
    [InlineData("runs show r6")]
    [InlineData("runs show r7")]
    [InlineData("runs show r8")]
    [InlineData("runs show r9")]
    [InlineData("runs show r99")]
    [InlineData("runs show nonsense")]
    [InlineData("runs items r1")]
    [InlineData("runs items r1 --outcome failed")]
    [InlineData("runs items r1 --limit 2")]
    [InlineData("runs items r1 --block nobody")]
    [InlineData("runs items r1 --outcome nonsense")]
    [InlineData("runs items r4 --outcome open")]
    [InlineData("runs items r6")]
    [InlineData("runs items r6 --block rooms")]
    [InlineData("runs outcomes r1")]
    [InlineData("runs outcomes r1 --step check --outcome failed")]
    [InlineData("runs outcomes r2")]
    [InlineData("runs outcomes r5")]
    [InlineData("runs outcomes r6")]
    [InlineData("runs outcomes r6 --limit 3")]
    [InlineData("runs outcomes r6 --step nobody")]
    [InlineData("runs logs r1")]
    [InlineData("runs logs r5 --step broken")]
    [InlineData("runs logs r5 --step fine")]
    [InlineData("why r1 check b")]
    [InlineData("why r1 check a")]
    [InlineData("why r2 check a")]
    [InlineData("why r1 enrich")]
    [InlineData("why r1 check")]
    [InlineData("why r1 check nobody")]
    [InlineData("why r1 check a b")]
    [InlineData("why r1 nobody")]
    [InlineData("why r3 wait")]
    [InlineData("why r5 broken")]
    [InlineData("why r6 count hall")]
    [InlineData("why r6 drop attic 2")]
    [InlineData("why r6 drop hall 2")]
    [InlineData("reviews list")]
    [InlineData("reviews list r4")]
    [InlineData("reviews list r1")]
    [InlineData("reviews show r4")]
    [InlineData("reviews show r4 grace")]
    [InlineData("reviews show r1")]
    [InlineData("collections list")]
    [InlineData("collections show letters")]
    [InlineData("collections show people --limit 2")]
    [InlineData("collections show nobody")]
    [InlineData("artifacts show sha256:0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("artifacts show nonsense")]
    [InlineData("secrets list")]
    public async Task Answers_OfAServer_AreThoseOfTheHome(string command)
    {
        await homes.SameAsync(command.Split(' '));
        await homes.SameAsync([.. command.Split(' '), "--json"]);
    }

    [Fact]
    public async Task Artifacts_OfAServer_AreThoseOfTheHome()
    {
        await homes.SameAsync("artifacts", "show", TwoHomesRuns.Digest);
        await homes.SameAsync("artifacts", "show", TwoHomesRuns.Digest, "--json");
        Assert.Equal(300_012, (await homes.SameFileAsync("artifacts", "get", TwoHomesRuns.Digest)).Length);
    }

    [Fact]
    public async Task ContactSheet_OfAServer_ShowsThePicturesOfTheHome()
    {
        var page = await homes.SameFileAsync("export", TwoHomesRuns.Pictured, "--format", "html");

        Assert.Contains("data:image/", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export r1 --format csv")]
    [InlineData("export r1 --format jsonl --outcome failed")]
    [InlineData("export r6 --format html")]
    [InlineData("export r6 --format jsonl --block rooms")]
    public async Task Exports_OfAServer_AreThoseOfTheHome(string command) => Assert.NotEmpty(await homes.SameFileAsync(command.Split(' ')));
}
