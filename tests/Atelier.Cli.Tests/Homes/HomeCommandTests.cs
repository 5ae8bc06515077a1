namespace Atelier.Cli.Tests.Homes;

public class HomeCommandTests
{
    [Fact]
    public async Task Secrets_SetFromInput_AreListedByNameAndForgotten()
    {
        using var sandbox = new Sandbox();

        var set = await sandbox.RunWithInputAsync("hunter2\n", "secrets", "set", "key");
        var list = await sandbox.RunAsync("secrets", "list", "--json");
        var removed = await sandbox.RunAsync("secrets", "rm", "key");
        var again = await sandbox.RunAsync("secrets", "rm", "key");

        Assert.Equal(0, set.Exit);
        Assert.Equal("key", Assert.Single(list.Json.GetProperty("secrets").EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain("hunter2", list.Output, StringComparison.Ordinal);
        Assert.Equal((0, 4), (removed.Exit, again.Exit));
    }

    [Theory]
    [InlineData("runs", "list")]
    [InlineData("collections", "list")]
    [InlineData("resume")]
    public async Task Command_WithoutAHome_Exits4AndSaysWhatMakesOne(params string[] arguments)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync(arguments);

        Assert.Equal(4, ended.Exit);
        Assert.Contains("ATL4004", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_OfARun_ShowItemsOutcomesAndCollections()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("q.yaml", Samples.Quarantine));

        var runs = await sandbox.RunAsync("runs", "list", "--json");
        var items = await sandbox.RunAsync("runs", "items", "r1", "--json");
        var failed = await sandbox.RunAsync("runs", "items", "r1", "--outcome", "failed", "--json");
        var outcomes = await sandbox.RunAsync("runs", "outcomes", "r1", "--step", "check", "--json");
        var collection = await sandbox.RunAsync("collections", "show", "letters", "--json");

        Assert.Single(runs.Json.GetProperty("runs").EnumerateArray());
        Assert.Equal(["a", "b", "c", "d"], items.JsonLines.Select(static line => line.GetProperty("key").GetString()));
        Assert.Equal(["b", "d"], failed.JsonLines.Select(static line => line.GetProperty("key").GetString()));
        Assert.Equal(4, outcomes.JsonLines.Count);
        Assert.Equal(4, collection.JsonLines.Count);
    }

    [Fact]
    public async Task Export_OfARun_WritesTablesLinesAndAPage()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("fixed", "");
        await sandbox.RunAsync("run", sandbox.Write("q.yaml", Samples.Quarantine));

        var csv = await sandbox.RunAsync("export", "r1", "--format", "csv");
        var lines = await sandbox.RunAsync("export", "r1", "--format", "jsonl");
        var page = await sandbox.RunAsync("export", "r1", "--format", "html", "--out", "page.html");

        Assert.StartsWith("block,key,outcome,cause,made_by,letter\r\nenrich,a,succeeded,,process.run@1,a\r\n", csv.Output, StringComparison.Ordinal);
        Assert.Equal(4, lines.JsonLines.Count);
        Assert.All(lines.JsonLines, static line => Assert.Equal("process.run@1", Assert.Single(line.GetProperty("made_by").EnumerateArray()).GetString()));
        Assert.Equal(0, page.Exit);
        Assert.Contains("<td>d</td>", await File.ReadAllTextAsync(sandbox.PathOf("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_OfAnEndedRun_RemovesIt()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello));

        var deleted = await sandbox.RunAsync("runs", "delete", "r1");
        var shown = await sandbox.RunAsync("runs", "show", "r1");

        Assert.Equal((0, 4), (deleted.Exit, shown.Exit));
    }

    [Theory]
    [InlineData("run", "hello.yaml")]
    [InlineData("run", "hello.yaml", "--detach")]
    [InlineData("runs", "list")]
    public async Task Command_InADamagedHome_Exits4AndSaysSo(params string[] arguments)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("hello.yaml", Samples.Hello);
        Directory.CreateDirectory(sandbox.PathOf("home"));
        sandbox.Write("home/atelier.db", string.Concat(Enumerable.Repeat("this is no database. ", 1000)));

        var ended = await sandbox.RunAsync(arguments);

        Assert.Equal(4, ended.Exit);
        Assert.Contains("ATL3003", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_OfAFreshMachine_FindsNothingBroken()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("doctor", "--json");

        Assert.True(ended.Exit == 0, ended.Output);
        Assert.Contains("home", ended.Json.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Version_OfTheProgram_IsPrintedAlone()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("--version");

        Assert.Matches(@"^\d+\.\d+\.\d+\n$", ended.Output);
    }
}
