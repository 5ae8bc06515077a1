namespace Atelier.Cli.Tests.Workflows;

public class WorkflowCommandTests
{
    [Fact]
    public async Task Validate_OfTenMistakes_ListsTenInJson()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("validate", sandbox.Write("ten.yaml", Samples.TenMistakes), "--json");

        Assert.Equal(2, ended.Exit);
        Assert.False(ended.Json.GetProperty("valid").GetBoolean());
        var diagnostics = ended.Json.GetProperty("diagnostics").EnumerateArray().ToList();
        Assert.Equal(10, diagnostics.Count);
        Assert.All(diagnostics, static diagnostic => Assert.True(diagnostic.GetProperty("line").GetInt32() > 0));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("pictures")]
    [InlineData("table")]
    public async Task New_OfATemplate_WritesAValidWorkflow(string template)
    {
        using var sandbox = new Sandbox();

        var written = await sandbox.RunAsync("new", template);
        var valid = await sandbox.RunAsync("validate", template);
        var again = await sandbox.RunAsync("new", template);

        Assert.Equal(0, written.Exit);
        Assert.True(valid.Exit == 0, valid.Error);
        Assert.True(File.Exists(sandbox.PathOf($"{template}/README.md")));
        Assert.Equal(4, again.Exit);
    }

    [Fact]
    public async Task Plan_BeforeAndAfterARun_CountsWhatIsToComputeAndReused()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("fixed", "");
        var file = sandbox.Write("q.yaml", Samples.Quarantine);

        var before = await sandbox.RunAsync("plan", file, "--json");
        await sandbox.RunAsync("run", file);
        var after = await sandbox.RunAsync("plan", file, "--json");

        Assert.Equal((4, 0), Figures(before));
        Assert.Equal((0, 4), Figures(after));
        Assert.Equal(4, sandbox.LinesOf("effects"));

        static (int, int) Figures(AtelierProcess.Ended ended)
        {
            var step = Assert.Single(ended.Json.GetProperty("steps").EnumerateArray());
            return (step.GetProperty("to_compute").GetInt32(), step.GetProperty("reused").GetInt32());
        }
    }

    [Fact]
    public async Task Try_OfAStep_RunsItForOneItemAndRecordsNothing()
    {
        using var sandbox = new Sandbox();

        var tried = await sandbox.RunAsync("try", sandbox.Write("q.yaml", Samples.Quarantine), "check", "--item", "c", "--json");

        Assert.Equal(0, tried.Exit);
        Assert.Equal("c", tried.Json.GetProperty("key").GetString());
        Assert.Equal("c", tried.Json.GetProperty("value").GetProperty("value").GetString());
        Assert.Equal(["c"], File.ReadAllLines(sandbox.PathOf("effects")));
        Assert.False(Directory.Exists(sandbox.PathOf("home")));
    }

    [Fact]
    public async Task Schema_OfWorkflows_IsJsonWithEveryAction()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("schema");

        Assert.Contains("process.run", ended.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actions_ShowOne_PrintsFieldsReuseAndExample()
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("actions", "show", "images.convert");
        var missing = await sandbox.RunAsync("actions", "show", "images.convrt");

        Assert.Contains("reuse: pure", ended.Output, StringComparison.Ordinal);
        Assert.Contains("width:", ended.Output, StringComparison.Ordinal);
        Assert.Contains("uses: images.convert", ended.Output, StringComparison.Ordinal);
        Assert.Equal(4, missing.Exit);
    }
}
