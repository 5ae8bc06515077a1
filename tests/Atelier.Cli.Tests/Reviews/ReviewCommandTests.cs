namespace Atelier.Cli.Tests.Reviews;

/// <summary>Questions to people: items wait without a worker, and answers count once, whoever owns the home.</summary>
public sealed class ReviewCommandTests
{
    private const string Asking = """
        name: asking
        steps:
          - id: all_of
            for_each: ${['ada', 'grace', 'joan']}
            key: ${item}
            collection: people
            parallel: 1
            yield: { verdict: "${look.verdict}", title: "${look.value.title}", by: "${look.by}" }
            steps:
              - id: look
                uses: people.review
                with: { question: "Is this ${item}?", value: { title: "${item}", year: 1843 } }
              - id: no
                if: ${!look.approved}
                uses: core.reject
                with: { reason: "rejected in the review" }
        outputs: { kept: "${all_of.succeeded}", dropped: "${all_of.rejected}" }
        """;

    [Fact]
    public async Task Run_ThatAsksPeople_Exits5AndListsEveryQuestion()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.RunAsync("run", sandbox.Write("asking.yaml", Asking));
        var listed = await sandbox.RunAsync("reviews", "list", "--json");
        var shown = await sandbox.RunAsync("reviews", "show", "r1", "grace", "--json");

        Assert.Equal(5, run.Exit);
        Assert.Contains("atelier reviews list", run.Error, StringComparison.Ordinal);
        var reviews = listed.Json.GetProperty("reviews").EnumerateArray().ToArray();
        Assert.Equal(["ada", "grace", "joan"], reviews.Select(static review => review.GetProperty("key").GetString()).Order());
        Assert.All(reviews, static review => Assert.Equal("all_of/look", review.GetProperty("step").GetString()));
        Assert.Equal("grace", shown.Json[0].GetProperty("value").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Answers_WithoutAnOwner_AreWhatTheRunGoesOnWith()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("asking.yaml", Asking));

        var accepted = await sandbox.RunAsync("reviews", "accept", "r1", "ada", "--note", "well known");
        var rejected = await sandbox.RunAsync("reviews", "reject", "r1", "grace");
        var edited = await sandbox.RunAsync("reviews", "edit", "r1", "joan", "--value", """{"title": "Joan Clarke"}""");
        var ended = await sandbox.RunAsync("resume", "r1", "--json");
        var items = await sandbox.RunAsync("runs", "items", "r1", "--json");

        Assert.Equal([0, 0, 0], [accepted.Exit, rejected.Exit, edited.Exit]);
        Assert.True(ended.Exit is 0 or 4, ended.Error);
        Assert.Contains("Joan Clarke", items.Output, StringComparison.Ordinal);
        Assert.Contains("rejected", items.Output, StringComparison.Ordinal);
        Assert.Equal("succeeded", (await sandbox.RunAsync("runs", "show", "r1", "--json")).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Answers_WhileTheRunIsWatched_EndIt()
    {
        using var sandbox = new Sandbox();
        var owner = sandbox.Start("run", sandbox.Write("asking.yaml", Asking), "--wait", "--json");
        await sandbox.UntilAsync(async () => Open(await sandbox.RunAsync("reviews", "list", "--json")) == 3);

        var answered = await sandbox.RunAsync("reviews", "accept", "r1", "--all", "--json");
        var ended = await owner.EndAsync();

        Assert.Equal(3, answered.Json.GetProperty("answered").GetInt32());
        Assert.Equal(0, ended.Exit);
        Assert.Equal(3, ended.Json.GetProperty("outputs").GetProperty("kept").GetInt32());
    }

    [Fact]
    public async Task Answer_BeforeAKillOfTheOwner_Survives()
    {
        using var sandbox = new Sandbox();
        var owner = sandbox.Start("run", sandbox.Write("asking.yaml", Asking), "--wait");
        await sandbox.UntilAsync(async () => Open(await sandbox.RunAsync("reviews", "list", "--json")) == 3);

        await sandbox.RunAsync("reviews", "edit", "r1", "ada", "--value", """{"title": "Ada Lovelace"}""");
        owner.Kill();
        await owner.EndAsync();
        var open = await sandbox.RunAsync("reviews", "list", "--json");
        await sandbox.RunAsync("reviews", "accept", "r1", "--all");
        await sandbox.RunAsync("resume", "r1");

        Assert.Equal(2, Open(open));
        Assert.Contains("Ada Lovelace", (await sandbox.RunAsync("runs", "items", "r1", "--json")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfTwoAtOnce_CountsOnceAndTheOtherIsRefused()
    {
        using var sandbox = new Sandbox();
        var owner = sandbox.Start("run", sandbox.Write("asking.yaml", Asking), "--wait");
        await sandbox.UntilAsync(async () => Open(await sandbox.RunAsync("reviews", "list", "--json")) == 3);

        var first = sandbox.Start("reviews", "accept", "r1", "ada");
        var second = sandbox.Start("reviews", "reject", "r1", "ada");
        int[] exits = [(await first.EndAsync()).Exit, (await second.EndAsync()).Exit];
        await sandbox.RunAsync("reviews", "accept", "r1", "--all");
        var ended = await owner.EndAsync();

        Assert.Equal([0, 4], exits.Order());
        Assert.Equal(0, ended.Exit);
    }

    [Fact]
    public async Task Answer_ToWhatNobodyAsks_IsRefusedWithoutATrace()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("asking.yaml", Asking));

        var unknown = await sandbox.RunAsync("reviews", "accept", "r1", "linus");
        var unclear = await sandbox.RunAsync("reviews", "accept", "r1");
        var broken = await sandbox.RunAsync("reviews", "edit", "r1", "ada", "--value", "{");

        Assert.Equal([4, 2, 2], [unknown.Exit, unclear.Exit, broken.Exit]);
        Assert.Contains("ATL4030", unknown.Error, StringComparison.Ordinal);
        Assert.Equal(3, Open(await sandbox.RunAsync("reviews", "list", "--json")));
    }

    [Fact]
    public async Task Deadline_ThatPasses_LetsTheDefaultStand()
    {
        using var sandbox = new Sandbox();
        const string text = """
            name: deadline
            steps:
              - id: no
                uses: people.review
                with: { question: "Anyone?", deadline: 1ms }
              - id: yes
                uses: people.approve
                with: { question: "Anyone?", deadline: 1ms, default: accept }
            outputs: { first: "${no.verdict}", second: "${yes.verdict}", by: "${yes.by}" }
            """;

        var ended = await sandbox.RunAsync("run", sandbox.Write("deadline.yaml", text), "--wait", "--json");

        Assert.Equal(0, ended.Exit);
        Assert.Equal("""{"first":"reject","second":"accept","by":"deadline"}""", ended.Json.GetProperty("outputs").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_ThatAsksUntilADeadline_Exits5AsWell()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.RunAsync("run", sandbox.Write("asking.yaml", Asking.Replace("year: 1843 }", "year: 1843 }, deadline: 7d", StringComparison.Ordinal)));

        Assert.Equal(5, run.Exit);
        Assert.True((await sandbox.RunAsync("reviews", "list", "--json")).Json.GetProperty("reviews")[0].TryGetProperty("until", out _));
    }

    [Fact]
    public async Task Run_Again_DoesNotAskWhatWasAnswered()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("asking.yaml", Asking));
        await sandbox.RunAsync("reviews", "accept", "r1", "--all");
        await sandbox.RunAsync("resume", "r1");

        var again = await sandbox.RunAsync("run", "asking.yaml", "--json");

        Assert.Equal(0, again.Exit);
        Assert.Equal(3, again.Json.GetProperty("outputs").GetProperty("kept").GetInt32());
    }

    private static int Open(AtelierProcess.Ended list) => list.Exit == 0 ? list.Json.GetProperty("reviews").GetArrayLength() : 0;
}
