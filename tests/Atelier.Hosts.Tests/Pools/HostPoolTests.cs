using System.Diagnostics;
using Atelier.Hosts.Pools;
using Atelier.Hosts.Tests.Processes;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Hosts.Tests.Pools;

public sealed class HostPoolTests
{
    [Fact]
    public async Task CallAsync_ManyAtOnce_OneProcessAnswersAll()
    {
        await using var fake = new FakeHost();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => fake.CallAsync("echo", $"n{i}")));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"n{i}"), answers.Select(FakeHost.Name));
        Assert.Single(fake.Requests().Select(line => line.Split(' ')[2]).Distinct());
    }

    [Fact]
    public async Task CallAsync_HostRefuses_TellsItsCodeAndLivesOn()
    {
        await using var fake = new FakeHost();
        var refused = Assert.IsType<HostAnswer.Refused>(await fake.CallAsync("refuse", "a"));
        Assert.Equal(("truncated", "cut off"), (refused.Code, refused.Message));
        var pid = Assert.Single(fake.Pool.ProcessIds);
        Assert.Equal("b", FakeHost.Name(await fake.CallAsync("echo", "b")));
        Assert.Equal(pid, Assert.Single(fake.Pool.ProcessIds));
    }

    [Fact]
    public async Task CallAsync_AnswerOutsideTheProtocol_IsAnInternalRefusal()
    {
        await using var fake = new FakeHost();
        Assert.Equal("internal", Assert.IsType<HostAnswer.Refused>(await fake.CallAsync("nonsense", "a")).Code);
    }

    [Fact]
    public async Task CallAsync_HostKilledWithSignal9_CostsNoCall()
    {
        await using var fake = new FakeHost();
        var calls = new[] { fake.CallAsync("wait", "a"), fake.CallAsync("wait", "b"), fake.CallAsync("wait", "c"), fake.CallAsync("echo", "d") };
        for (var kill = 1; kill <= 2; kill++)
        {
            await Eventually.TrueAsync(() => fake.Reached("wait", "a") == kill && (kill == 2 || fake.Requests().Length == 3), "the calls in the host");
            Process.GetProcessById(Assert.Single(fake.Pool.ProcessIds)).Kill();
        }

        fake.OpenGate();
        Assert.Equal(["a", "b", "c", "d"], (await Task.WhenAll(calls)).Select(FakeHost.Name));
    }

    [Fact]
    public async Task CallAsync_CallThatKillsItsHost_FailsAloneAndTheOthersSucceed()
    {
        await using var fake = new FakeHost();
        var poison = fake.CallAsync("die", "poison");
        var others = Enumerable.Range(0, 30).Select(i => fake.CallAsync("echo", $"n{i}")).ToList();
        var failed = Assert.IsType<HostAnswer.NoAnswer>(await poison).Failure;
        Assert.Equal((FailureKind.Transient, "ATL6002"), (failed.Kind, failed.Code));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"n{i}"), (await Task.WhenAll(others)).Select(FakeHost.Name));
        Assert.Equal(5, fake.Reached("die", "poison"));
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("stall")]
    public async Task CallAsync_CallThatHangs_IsFailedAndTheOthersAreSentAgain(string how)
    {
        await using var fake = new FakeHost();
        var waiting = fake.CallAsync("wait", "innocent");
        await Eventually.TrueAsync(() => fake.Reached("wait", "innocent") == 1, "the innocent call in the host");
        var first = Assert.Single(fake.Pool.ProcessIds);
        var hanging = await fake.CallAsync(how, "culprit", TimeSpan.FromMilliseconds(300));
        var failure = Assert.IsType<HostAnswer.NoAnswer>(hanging).Failure;
        Assert.Equal((FailureKind.Transient, "ATL6003"), (failure.Kind, failure.Code));
        Assert.Equal($"the fake host did not answer `{how}` within 0.3 s and was killed", failure.Message);
        fake.OpenGate();
        Assert.Equal("innocent", FakeHost.Name(await waiting));
        Assert.False(LiveProcesses.IsAlive(first));
    }

    [Fact]
    public async Task CallAsync_LinesThatComeForLongerThanTheWatchdogWaits_AreNoHang()
    {
        await using var fake = new FakeHost();
        var lines = new List<string>();

        var answer = await fake.Pool.CallAsync("drip", "{\"name\":\"a\"}"u8.ToArray(), TimeSpan.FromSeconds(2), lines.Add, default);

        Assert.Equal("a", FakeHost.Name(answer));
        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], lines.Select(static line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task CallAsync_FailureAfterTheFirstLine_IsARefusal()
    {
        await using var fake = new FakeHost();

        var answer = await fake.Pool.CallAsync("spill", "{}"u8.ToArray(), null, static _ => { }, default);

        Assert.Equal(("internal", "it broke"), answer is HostAnswer.Refused refused ? (refused.Code, refused.Message) : default);
    }

    [Fact]
    public async Task StartAsync_Host_TellsItsGreetingAndWhatItTakes()
    {
        await using var fake = new FakeHost();

        var (greeting, problem) = await fake.Pool.StartAsync(default);

        Assert.Null(problem);
        Assert.StartsWith("{\"host\":\"fake\"", greeting, StringComparison.Ordinal);
        var pid = Assert.Single(fake.Pool.ProcessIds);
        Assert.InRange(Atelier.Hosts.Processes.SessionMemory.ResidentBytes(pid), 10_000_000, 1_000_000_000);
        Assert.Equal("a", FakeHost.Name(await fake.CallAsync("echo", "a")));
        Assert.Equal(pid, Assert.Single(fake.Pool.ProcessIds));
    }

    [Fact]
    public async Task StartAsync_HostThatRefuses_TellsItsReasonAsItGaveIt()
    {
        await using var fake = new FakeHost("refuses");

        var (_, problem) = await fake.Pool.StartAsync(default);

        Assert.Equal(("model_broken", "a.onnx has no input x"), problem is HostAnswer.Refused refused ? (refused.Code, refused.Message) : default);
    }

    [Fact]
    public async Task Restart_CallInside_IsSentAgain()
    {
        await using var fake = new FakeHost();
        var asked = fake.CallAsync("wait", "a");
        await Eventually.TrueAsync(() => fake.Reached("wait", "a") == 1, "the call in the host");

        fake.Pool.Restart();
        fake.OpenGate();

        Assert.Equal("a", FakeHost.Name(await asked));
        Assert.Equal(2, fake.Reached("wait", "a"));
    }

    [Fact]
    public async Task CallAsync_FloodOnStandardError_IsAnswered()
    {
        await using var fake = new FakeHost();
        Assert.Equal("a", FakeHost.Name(await fake.CallAsync("flood", "a")));
    }

    [Fact]
    public async Task CallAsync_Cancelled_ThrowsAndTheHostLivesOn()
    {
        await using var fake = new FakeHost();
        using var cancel = new CancellationTokenSource();
        var call = fake.CallAsync("hang", "a", cancellationToken: cancel.Token);
        await Eventually.TrueAsync(() => fake.Reached("hang", "a") == 1, "the call in the host");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("b", FakeHost.Name(await fake.CallAsync("echo", "b")));
        Assert.Equal(1, fake.Reached("hang", "a"));
    }

    [Theory]
    [InlineData("crash", "the fake host cannot start: it ended with code 3 before it greeted; it said: no such library")]
    [InlineData("old", "the fake host cannot start: it speaks protocol 0, and 1 is needed: build it again")]
    [InlineData("silent", "the fake host cannot start: it did not greet within 0.5 s")]
    public async Task CallAsync_HostDoesNotStart_IsUnavailableWithTheReason(string mode, string message)
    {
        await using var fake = new FakeHost(mode, options => options with { StartTimeout = TimeSpan.FromSeconds(mode == "silent" ? 0.5 : 30) });
        var failure = Assert.IsType<HostAnswer.NoAnswer>(await fake.CallAsync("echo", "a")).Failure;
        Assert.Equal((FailureKind.Unavailable, "ATL6001", "host:fake"), (failure.Kind, failure.Code, failure.Endpoint));
        Assert.Equal(message, failure.Message);
        Assert.Empty(fake.Leftovers());
    }

    [Fact]
    public async Task CallAsync_PreflightObjects_StartsNothing()
    {
        await using var fake = new FakeHost(change: options => options with { Preflight = () => "it is not built: build it" });
        var failure = Assert.IsType<HostAnswer.NoAnswer>(await fake.CallAsync("echo", "a")).Failure;
        Assert.Equal("the fake host cannot start: it is not built: build it", failure.Message);
    }

    [Fact]
    public async Task CallAsync_NoRoomForASocket_IsUnavailableWithTheReason()
    {
        await using var fake = new FakeHost(change: options => options with { RuntimeFolder = Path.Join(options.RuntimeFolder, "none") });
        var failure = Assert.IsType<HostAnswer.NoAnswer>(await fake.CallAsync("echo", "a")).Failure;
        Assert.Contains("no folder for its socket can be made in", failure.Message);
    }

    [Fact]
    public async Task CallAsync_FolderOfAKilledEngine_IsRemoved()
    {
        await using var fake = new FakeHost();
        // No process has this id: it is beyond what systems give.
        var left = Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(fake.Gate)!, "atelier-host-2147483646-abc")).FullName;
        await fake.CallAsync("echo", "a");
        Assert.False(Directory.Exists(left));
        Assert.Single(fake.Leftovers());
    }

    [Fact]
    public async Task DisposeAsync_LiveHost_EndsItAndRemovesItsFolder()
    {
        await using var fake = new FakeHost(change: options => options with { Processes = 2 });
        await Task.WhenAll(fake.CallAsync("wait", "a"), fake.CallAsync("wait", "b"), Task.Run(fake.OpenGate));
        var pids = fake.Pool.ProcessIds;
        Assert.Equal(2, pids.Count);
        Assert.All(fake.Leftovers(), folder => Assert.Equal("700", Convert.ToString((int)new DirectoryInfo(folder).UnixFileMode, 8)));
        await fake.Pool.DisposeAsync();
        Assert.DoesNotContain(pids, LiveProcesses.IsAlive);
        Assert.Empty(fake.Leftovers());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 100)]
    [InlineData(4, 400)]
    [InlineData(50, 5000)]
    public void Backoff_StartsInARow_DoublesUpToTheLongest(int starts, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), HostLane.Backoff(starts, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5)));
}
