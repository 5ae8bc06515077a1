namespace Atelier.Cli.Tests.Servers;

/// <summary>The program itself against a server: what it reads of its environment, and how it leaves a run that goes on.</summary>
public sealed class RemoteProcessTests(TwoHomes homes) : IClassFixture<TwoHomes>
{
    [Fact]
    public async Task Token_ThatIsWrong_Exits4AndIsNotRepeated()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("token", "atl_0123456789abcdef0123456789abcdef0123456789a");

        var wrong = await sandbox.RunAsync("runs", "list", "--server", homes.Address.ToString(), "--token-file", "token", "--json");
        var none = await sandbox.RunAsync("runs", "list", "--server", homes.Address.ToString());

        Assert.Equal((4, "ATL7101"), (wrong.Exit, wrong.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.DoesNotContain("0123456789", wrong.Error + wrong.Output, StringComparison.Ordinal);
        Assert.Equal(4, none.Exit);
        Assert.Contains("ATELIER_TOKEN", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupt_OfAWatchedRun_LeavesItToTheServer()
    {
        using var sandbox = new Sandbox();
        var watcher = sandbox.Start(["run", sandbox.Write("slow.yaml", Samples.Slow), .. homes.Remote]);
        var begun = Path.Join(homes.ServerFolder, "begun");
        await sandbox.UntilAsync(() => File.Exists(begun) && File.ReadAllLines(begun).Length == 2);

        watcher.Interrupt();
        var left = await watcher.EndAsync();
        var run = Newest(await sandbox.RunAsync(["runs", "list", "--workflow", "slow", "--json", .. homes.Remote]));
        await File.WriteAllTextAsync(Path.Join(homes.ServerFolder, "open"), string.Empty, TestContext.Current.CancellationToken);
        AtelierProcess.Ended? shown = null;
        await sandbox.UntilAsync(async () => (shown = await sandbox.RunAsync(["runs", "show", run.GetProperty("run").GetString()!, "--json", .. homes.Remote])).Json.GetProperty("outcome").GetString() is not null);

        Assert.Equal(130, left.Exit);
        Assert.Contains("goes on at", left.Error, StringComparison.Ordinal);
        Assert.Equal("running", run.GetProperty("state").GetString());
        Assert.Equal(6, shown!.Json.GetProperty("outputs").GetProperty("done").GetInt32());
    }

    [Fact]
    public async Task Detached_Run_IsNamedAtOnce()
    {
        using var sandbox = new Sandbox();

        var started = await sandbox.RunAsync(["run", sandbox.Write("waiting.yaml", Samples.Waiting), "--detach", "--json", .. homes.Remote]);
        var doctor = await sandbox.RunAsync(["doctor", .. homes.Remote]);

        Assert.Equal((0, "waiting"), (started.Exit, started.Json.GetProperty("workflow").GetString()));
        Assert.True(doctor.Exit == 0, doctor.Error);
        Assert.Contains(homes.Address.Authority, doctor.Output, StringComparison.Ordinal);
        Assert.Contains(homes.ServerFolder, doctor.Output, StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonElement Newest(AtelierProcess.Ended listed) => listed.Json.GetProperty("runs")[0];
}
