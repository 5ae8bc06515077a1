namespace Atelier.Cli.Tests.Running;

/// <summary>One process owns a home at a time; what happens when it is killed, interrupted, joined by others, or left in the background.</summary>
public class OwnershipTests
{
    [Fact]
    public async Task Resume_AfterAKillOfTheOwner_EndsTheRunWithEveryItem()
    {
        using var sandbox = new Sandbox();
        var owner = sandbox.Start("run", sandbox.Write("slow.yaml", Samples.Slow));
        await sandbox.UntilAsync(() => sandbox.LinesOf("begun") >= 2);

        owner.Kill();
        await owner.EndAsync();
        sandbox.Write("open", "");
        var ended = await sandbox.RunAsync("resume", "--json");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(6, ended.Json.GetProperty("outputs").GetProperty("done").GetInt32());
        Assert.Equal(6, File.ReadAllLines(sandbox.PathOf("effects")).Distinct().Count());
    }

    [Fact]
    public async Task Interrupt_OfARun_Exits130SaysHowToGoOnAndLeavesNoProcess()
    {
        using var sandbox = new Sandbox();
        var owner = sandbox.Start("run", sandbox.Write("slow.yaml", Samples.Slow));
        await sandbox.UntilAsync(() => sandbox.LinesOf("begun") >= 2);

        owner.Interrupt();
        var ended = await owner.EndAsync();
        sandbox.Write("open", "");
        var resumed = await sandbox.RunAsync("resume", "r1");

        Assert.Equal(130, ended.Exit);
        Assert.Contains("atelier resume r1", ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, resumed.Exit);
        Assert.Equal(6, sandbox.LinesOf("effects"));
    }

    [Fact]
    public async Task Run_WhileAnotherProcessOwnsTheHome_IsRunByIt()
    {
        using var sandbox = new Sandbox();
        var first = sandbox.Start("run", sandbox.Write("slow.yaml", Samples.Slow));
        await sandbox.UntilAsync(() => sandbox.LinesOf("begun") >= 2);

        var second = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello), "--json");
        sandbox.Write("open", "");
        var ended = await first.EndAsync();

        Assert.Equal(0, second.Exit);
        Assert.Equal("r2", second.Json.GetProperty("run").GetString());
        Assert.Equal(0, ended.Exit);
    }

    [Fact]
    public async Task Run_WhoseOwnerIsKilled_GoesOnInTheCommandThatWatchesIt()
    {
        using var sandbox = new Sandbox();
        var owner = sandbox.Start("run", sandbox.Write("slow.yaml", Samples.Slow));
        await sandbox.UntilAsync(() => sandbox.LinesOf("begun") >= 2);
        var watcher = sandbox.Start("resume", "r1", "--json");
        var second = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello));

        owner.Kill();
        await owner.EndAsync();
        sandbox.Write("open", "");
        var ended = await watcher.EndAsync();

        Assert.Equal(0, second.Exit);
        Assert.Equal(0, ended.Exit);
        Assert.Equal("succeeded", ended.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Detach_OfARun_ReturnsAtOnceAndTheOwnerEndsWhenIdle()
    {
        using var sandbox = new Sandbox();

        var started = await sandbox.RunAsync("run", sandbox.Write("slow.yaml", Samples.Slow), "--detach", "--json");
        var running = await sandbox.RunAsync("runs", "show", "r1", "--json");
        sandbox.Write("open", "");
        var ended = await sandbox.RunAsync("resume", "r1", "--json");
        await sandbox.UntilAsync(() => !File.Exists(sandbox.PathOf("home/owner.sock")));

        Assert.Equal(0, started.Exit);
        Assert.Equal("running", running.Json.GetProperty("state").GetString());
        Assert.Equal("succeeded", (await sandbox.RunAsync("runs", "show", "r1", "--json")).Json.GetProperty("outcome").GetString());
        Assert.True(ended.Exit is 0 or 4, ended.Error);
    }

    [Fact]
    public async Task Cancel_OfARunInTheBackground_EndsItAsCancelled()
    {
        using var sandbox = new Sandbox();
        await sandbox.RunAsync("run", sandbox.Write("slow.yaml", Samples.Slow), "--detach");
        await sandbox.UntilAsync(() => sandbox.LinesOf("begun") >= 2);

        var cancelled = await sandbox.RunAsync("runs", "cancel", "r1");
        await sandbox.UntilAsync(async () => (await sandbox.RunAsync("runs", "show", "r1", "--json")).Json.GetProperty("state").GetString() == "cancelled");

        Assert.Equal(0, cancelled.Exit);
        Assert.Equal(0, sandbox.LinesOf("effects"));
    }

    [Fact]
    public async Task Run_InAHomeWhoseSocketWasLeftBehind_BecomesOwner()
    {
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.PathOf("home"));
        using (var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified))
        {
            socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(sandbox.PathOf("home/owner.sock")));
        }

        sandbox.Write("home/owner.sock", "");
        var ended = await sandbox.RunAsync("run", sandbox.Write("hello.yaml", Samples.Hello));

        Assert.Equal(0, ended.Exit);
    }
}
