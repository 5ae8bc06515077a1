using Atelier.Hosting.Homes;

namespace Atelier.Cli.Tests.Servers;

/// <summary>What commands change in a home, they change the same at a server over an equal home, and say the same of it.</summary>
public sealed class RemoteChangingTests(TwoHomes homes) : IClassFixture<TwoHomes>
{
    [Fact]
    public async Task Run_OfAFile_IsThatOfTheHome()
    {
        var file = homes.Write("hello.yaml", Samples.Hello);

        await homes.SameAsync("run", file, "-i", "who=Ada");
        await homes.SameAsync("run", file, "-i", "who=Grace", "--json");
        await homes.SameAsync("run", file, "--inputs", homes.Write("inputs.yaml", "who: Joan\ntimes: 2\n"), "--json");
        await homes.SameAsync("run", homes.Write("quarantine.yaml", Samples.Quarantine), "--only", "b", "--fresh");
        await homes.SameAsync("run", homes.Write("waiting.yaml", Samples.Waiting));
        await homes.SameAsync("runs", "list");
    }

    [Theory]
    [InlineData("-i", "nobody=1")]
    [InlineData("-i", "times=many")]
    [InlineData("-i", "times=0")]
    [InlineData("-i", "times")]
    [InlineData("--fresh", "nobody")]
    [InlineData("--inputs", "missing.yaml")]
    public async Task Run_WithMistakes_SaysThoseOfTheHome(params string[] inputs)
    {
        var file = homes.Write("hello.yaml", Samples.Hello);

        await homes.SameAsync(["run", file, .. inputs]);
        await homes.SameAsync(["run", file, .. inputs, "--json"]);
        await homes.SameAsync("run", homes.Write("mistakes.yaml", Samples.TenMistakes), "--json");
    }

    [Fact]
    public async Task Answers_ToPeoplesQuestions_AreThoseOfTheHome()
    {
        await homes.SameAsync("reviews", "accept", TwoHomesRuns.Asking);
        await homes.SameAsync("reviews", "accept", TwoHomesRuns.Asking, "ada", "--note", "well known");
        await homes.SameAsync("reviews", "reject", TwoHomesRuns.Asking, "grace", "--json");
        await homes.SameAsync("reviews", "edit", TwoHomesRuns.Asking, "joan", "--value", """{"title": "Joan Clarke"}""");
        await homes.SettleAsync(TwoHomesRuns.Asking);
        await homes.SameAsync("runs", "items", TwoHomesRuns.Asking, "--json");
        await homes.SameAsync("reviews", "accept", TwoHomesRuns.Asking, "--all");
    }

    [Fact]
    public async Task Signals_AreTakenAsInTheHome()
    {
        await homes.SameAsync("signal", TwoHomesRuns.Waiting, "go", "--payload", """{"by": "Ada"}""", "--id", "one");
        await homes.SettleAsync(TwoHomesRuns.Waiting);
        await homes.SameAsync("runs", "show", TwoHomesRuns.Waiting, "--json");
        await homes.SameAsync("signal", TwoHomesRuns.Waiting, "go");
        await homes.SameAsync("signal", "r99", "go");
        await homes.SameAsync("signal", TwoHomesRuns.Waiting, "go", "--payload", "nonsense");
    }

    [Fact]
    public async Task Retry_OfWhatIsQuarantined_IsThatOfTheHome()
    {
        homes.Write("fixed", string.Empty);

        await homes.SameAsync("retry", TwoHomesRuns.Quarantined);
        await homes.SameAsync("retry", TwoHomesRuns.Waiting, "--failed");
        await homes.SameAsync("retry", TwoHomesRuns.Quarantined, "--quarantined");
        await homes.SameAsync("runs", "items", TwoHomesRuns.Quarantined, "--json");
        await homes.SameAsync("why", TwoHomesRuns.Quarantined, "check", "b");
        await homes.SameAsync("retry", TwoHomesRuns.Reused, "--item", "a", "--from", "check", "--json");
    }

    [Fact]
    public async Task Steering_SaysWhatItSaysOfTheHome()
    {
        await homes.SameAsync("runs", "budget", TwoHomesRuns.Paused, "--max-cost", "2.5");
        await homes.SameAsync("runs", "budget", TwoHomesRuns.Failed, "--max-tokens", "10");
        await homes.SameAsync("resume", TwoHomesRuns.Paused);
        await homes.SameAsync("runs", "pause", TwoHomesRuns.Paused, "--json");
        await homes.SameAsync("runs", "show", TwoHomesRuns.Paused);
        await homes.SameAsync("runs", "pause", TwoHomesRuns.Failed);
        await homes.SameAsync("runs", "cancel", TwoHomesRuns.Cancelled);
        await homes.SameAsync("resume", TwoHomesRuns.Cancelled);
        await homes.SameAsync("resolve", TwoHomesRuns.Failed, "broken", "--again");
        await homes.SameAsync("runs", "delete", TwoHomesRuns.Paused);
        await homes.SameAsync("runs", "delete", TwoHomesRuns.Nested, TwoHomesRuns.Cancelled);
        await homes.SameAsync("runs", "show", TwoHomesRuns.Nested);
        await homes.SameAsync("gc");
        await homes.SameAsync("gc", "--json");
    }

    [Fact]
    public async Task Resolving_AParkedStep_IsThatOfTheHome()
    {
        await homes.SameAsync("resolve", TwoHomesRuns.Parked, "pay");
        await homes.SameAsync("resolve", TwoHomesRuns.Parked, "nobody", "--fail");
        await homes.SameAsync("resolve", TwoHomesRuns.Parked, "pay", "--done", """{"exit_code": 0, "paid": "twice"}""", "--json");
        await homes.SettleAsync(TwoHomesRuns.Parked);
        await homes.SameAsync("runs", "show", TwoHomesRuns.Parked, "--json");
        await homes.SameAsync("why", TwoHomesRuns.Parked, "pay");
    }

    [Fact]
    public async Task Secrets_AreKeptAsInTheHome()
    {
        using var sandbox = new Sandbox();
        var here = await sandbox.RunWithInputAsync("hunter2\n", ["secrets", "set", "api_token", .. homes.Local]);
        var there = await sandbox.RunWithInputAsync("hunter2\n", ["secrets", "set", "api_token", .. homes.Remote]);

        Assert.Equal((here.Exit, here.Output, here.Error), (there.Exit, there.Output, there.Error));
        await homes.SameAsync("secrets", "list", "--json");
        await homes.SameAsync("secrets", "rm", "api_token");
        await homes.SameAsync("secrets", "rm", "api_token");
    }

    [Fact]
    public async Task Models_OfAServer_AreThoseOfAnOwner()
    {
        await using var owner = OwnedHome.TryOpen(Path.Join(homes.LocalFolder, "home"), TimeProvider.System)!;

        await homes.SameAsync("models", "list");
        await homes.SameAsync("models", "list", "--json");
        await homes.SameAsync("models", "unload", "clip");
        await homes.SameAsync("models", "pin", "clip", "--json");
        await homes.SameAsync("models", "list");
        await homes.SameAsync("models", "pin", "clip", "--off");
        await homes.SameAsync("models", "pin", "nobody");
    }
}
