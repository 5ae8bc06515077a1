using System.Text.Json;

namespace Atelier.Cli.Tests.Running;

public class RunCommandTests
{
    [Fact]
    public async Task Run_OfAWorkflow_PrintsOutcomeAndOutputs()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello), "-i", "who=you");

        Assert.Equal(0, ended.Exit);
        Assert.Contains("r1 hello: succeeded", ended.Output, StringComparison.Ordinal);
        Assert.Contains("greeting: Hello, you!", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithJson_PrintsOneDocument()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello), "--json");

        Assert.Equal("r1", ended.Json.GetProperty("run").GetString());
        Assert.Equal("succeeded", ended.Json.GetProperty("outcome").GetString());
        Assert.Equal("Hello, world!", ended.Json.GetProperty("outputs").GetProperty("greeting").GetString());
        Assert.Equal(0, ended.Json.GetProperty("exit").GetInt32());
    }

    [Fact]
    public async Task Run_WithInputsFromAFile_TakesThem()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("inputs.yaml", "who: file\n");

        var ended = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello), "--inputs", "inputs.yaml", "--json");

        Assert.Equal("Hello, file!", ended.Json.GetProperty("outputs").GetProperty("greeting").GetString());
    }

    [Theory]
    [InlineData("-i", "whom=you")]
    [InlineData("-i", "times=many")]
    [InlineData("-i", "nothing")]
    [InlineData("--inputs", "missing.yaml")]
    [InlineData("--bogus", "1")]
    public async Task Run_WithBadInput_Exits2AndRunsNothing(string option, string value)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello), option, value);

        Assert.Equal(2, ended.Exit);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(sandbox.PathOf("home")));
    }

    [Fact]
    public async Task Run_OfTenMistakes_ShowsTen()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("run", sandbox.Write("ten.yaml", Samples.TenMistakes));

        Assert.Equal(2, ended.Exit);
        Assert.Equal(10, ended.Error.Split('\n').Count(static line => line.StartsWith("ten.yaml:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Run_ThatFails_Exits1AndNamesStepAndCause()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.Write("fail.yaml", "name: fail\nsteps:\n  - id: stop\n    uses: core.fail\n    with: { message: it is over }\n");

        var ended = await sandbox.RunAsync("run", file, "--json");

        Assert.Equal(1, ended.Exit);
        var error = Assert.Single(ended.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal("stop", error.GetProperty("step").GetString());
        Assert.Contains("it is over", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithQuarantinedItems_Exits3AndGroupsCauses()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("run", sandbox.Write("q.yaml", Samples.Quarantine), "--json");

        Assert.Equal(3, ended.Exit);
        Assert.Equal(2, ended.Json.GetProperty("quarantined").GetInt32());
        var cause = Assert.Single(ended.Json.GetProperty("causes").EnumerateArray());
        Assert.Equal(2, cause.GetProperty("count").GetInt32());
        Assert.Equal(["b", "d"], cause.GetProperty("keys").EnumerateArray().Select(static key => key.GetString()));
    }

    [Fact]
    public async Task Retry_OfQuarantinedItems_RunsOnlyThem()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("q.yaml", Samples.Quarantine));
        sandbox.Write("fixed", "");

        var ended = await sandbox.RunAsync("retry", "r1", "--quarantined", "--json");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(4, ended.Json.GetProperty("outputs").GetProperty("done").GetInt32());
        Assert.Equal(["a", "b", "c", "d"], File.ReadAllLines(sandbox.PathOf("effects")).Order());
    }

    [Fact]
    public async Task Run_Again_TakesWhatIsRecordedAndWhySaysSo()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("fixed", "");
        var file = sandbox.Write("q.yaml", Samples.Quarantine);
        await sandbox.RunAsync("run", file);

        var ended = await sandbox.RunAsync("run", file);
        var why = await sandbox.RunAsync("why", "r2", "check", "a", "--json");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(4, sandbox.LinesOf("effects"));
        Assert.True(why.Json.GetProperty("reused").GetBoolean());
        Assert.Equal("ledger", why.Json.GetProperty("table").GetString());
    }

    [Fact]
    public async Task Run_WithOnlyAndLimit_TakesThoseItems()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.Write("q.yaml", Samples.Quarantine);

        var only = await sandbox.RunAsync("run", file, "--only", "c", "--json");
        var limited = await sandbox.RunAsync("run", file, "--limit", "1", "--json");

        Assert.Equal(1, Total(only.Json));
        Assert.Equal(1, Total(limited.Json));

        static int Total(JsonElement report) => report.GetProperty("blocks")[0].GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task Run_ThatWaitsForASignal_Exits5AndEndsAfterIt()
    {
        using var sandbox = new Sandbox();

        var waiting = await sandbox.RunAsync("run", sandbox.Write("wait.yaml", Samples.Waiting), "--json");
        var shown = await sandbox.RunAsync("runs", "show", "r1", "--json");
        var signal = await sandbox.RunAsync("signal", "r1", "go", "--payload", "{\"a\":1}");
        await sandbox.RunAsync("resume");
        var ended = await sandbox.RunAsync("runs", "show", "r1", "--json");

        Assert.Equal(5, waiting.Exit);
        Assert.Contains("go", Assert.Single(waiting.Json.GetProperty("waits").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal("waiting", shown.Json.GetProperty("state").GetString());
        Assert.Equal(0, signal.Exit);
        Assert.Equal(1, ended.Json.GetProperty("outputs").GetProperty("got").GetProperty("a").GetInt32());
    }
}
