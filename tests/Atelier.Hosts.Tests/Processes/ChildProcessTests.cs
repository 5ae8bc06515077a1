using System.Collections.Concurrent;
using System.Diagnostics;
using Atelier.Hosts.Processes;
using Xunit;

namespace Atelier.Hosts.Tests.Processes;

public sealed class ChildProcessTests
{
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    [Fact]
    public async Task TryStart_Program_GivesItsLinesAndExitCode()
    {
        await using var child = Start("sh", "-c", "echo one; echo two >&2; printf three; exit 7");
        Assert.Equal(7, (await child.Exited).Code);
        Assert.Equal(["one", "three"], _output);
        Assert.Equal(["two"], _errors);
    }

    [Fact]
    public async Task TryStart_ArgumentsWithShellText_PassesThemAsTheyAre()
    {
        await using var child = Start("printf", "%s\\n", "$(id) `id` \"; exit 3 #", "", "é ✓");
        Assert.Equal(0, (await child.Exited).Code);
        Assert.Equal(["$(id) `id` \"; exit 3 #", "", "é ✓"], _output);
    }

    [Fact]
    public void TryStart_UnknownProgram_SaysSo()
    {
        Assert.False(ChildProcess.TryStart(new ChildProcessOptions { Command = ["no-such-program-here"] }, out _, out var problem));
        Assert.Equal("there is no program `no-such-program-here`: neither a file nor on PATH", problem);
    }

    [Fact]
    public void TryStart_UnknownFolder_SaysSo()
    {
        Assert.False(ChildProcess.TryStart(new ChildProcessOptions { Command = ["true"], WorkingDirectory = "/no/such" }, out _, out var problem));
        Assert.Equal("the folder `/no/such` does not exist", problem);
    }

    [Fact]
    public async Task TryStart_EnvironmentAndInput_ReachTheProgram()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "from the file\n");
        await using var child = Start(new ChildProcessOptions
        {
            Command = ["sh", "-c", "cat; echo $A; echo ${HOME-none}; pwd"],
            Environment = new Dictionary<string, string?> { ["A"] = "b c", ["HOME"] = null },
            StandardInputFile = file,
            WorkingDirectory = "/",
        });
        await child.Exited;
        File.Delete(file);
        Assert.Equal(["from the file", "b c", "none", "/"], _output);
    }

    [Fact]
    public async Task TryStart_NoInput_ReadingEndsAtOnce()
    {
        await using var child = Start("cat");
        Assert.Equal(0, (await child.Exited).Code);
    }

    [Fact]
    public async Task Exited_KilledProgram_TellsTheSignal()
    {
        await using var child = Start("sleep", "1000");
        child.Kill();
        Assert.Equal(9, (await child.Exited).Signal);
    }

    [Fact]
    public async Task Exited_FloodOnBothOutputs_KeepsMemoryBounded()
    {
        var tail = new OutputTail(maxLines: 3);
        await using var child = Start(new ChildProcessOptions
        {
            Command = ["sh", "-c", "head -c 50000000 /dev/zero | tr '\\0' x; yes 2>/dev/null | head -n 200000 >&2; echo last >&2"],
            OnStandardOutput = _output.Enqueue,
            OnStandardError = tail.Add,
            MaxLineBytes = 100,
        });
        Assert.Equal(0, (await child.Exited).Code);
        Assert.Equal(new string('x', 100) + " … (line cut)", Assert.Single(_output));
        Assert.Equal("y\ny\nlast", tail.ToString());
    }

    [Fact]
    public async Task Exited_CallbackThrows_EndsTheChildAndFaults()
    {
        await using var child = Start(new ChildProcessOptions
        {
            Command = ["sh", "-c", "echo x; sleep 1000"],
            OnStandardOutput = _ => throw new InvalidOperationException("from the callback"),
        });
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => child.Exited);
        Assert.Equal("from the callback", thrown.Message);
    }

    [Fact]
    public async Task Exited_BackgroundProcessLeftBehind_IsKilled()
    {
        await using var child = Start("sh", "-c", "sleep 4711.1 & echo started");
        Assert.Equal(0, (await child.Exited).Code);
        Assert.Empty(LiveProcesses.WithArgument("4711.1"));
    }

    [Theory]
    [InlineData("4712.1", "sh -c 'sleep 4712.1 & sleep 4712.1 & wait' & wait")]
    [InlineData("4712.2", "setsid sh -c 'sleep 4712.2 & setsid sleep 4712.2 & wait' & wait")]
    [InlineData("4712.3", "(setsid sh -c '(setsid sleep 4712.3 &)' &); trap '' TERM INT HUP; sleep 4712.3; sleep 4712.3")]
    public async Task Kill_Descendants_AllEnd(string mark, string script)
    {
        await using var child = Start("sh", "-c", script);
        await Eventually.TrueAsync(() => LiveProcesses.WithArgument("sleep\0" + mark).Count >= 2, "the descendants");
        child.Kill();
        await child.Exited;
        Assert.Empty(LiveProcesses.WithArgument(mark));
    }

    [Fact]
    public async Task Kill_ForkBomb_NothingIsLeft()
    {
        // Each process makes two more in sessions of their own and ends; bounded to a few hundred at a time by the depth.
        const string Bomb = "f() { if [ $1 -gt 0 ]; then setsid sh -c \"$B\" bomb $(($1-1)) & setsid sh -c \"$B\" bomb $(($1-1)) & fi; sleep 4713.1; }; f $1";
        await using var child = Start(new ChildProcessOptions
        {
            Command = ["sh", "-c", Bomb, "bomb", "6"],
            Environment = new Dictionary<string, string?> { ["B"] = Bomb },
        });
        await Eventually.TrueAsync(() => LiveProcesses.WithArgument("sleep\04713.1").Count >= 8, "some of the bomb");
        child.Kill();
        await child.Exited;
        Assert.Empty(LiveProcesses.WithArgument("4713.1"));
    }

    [Fact]
    public async Task StopAsync_ProgramThatListens_EndsByItself()
    {
        await using var child = Start("sh", "-c", "trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.01; done");
        await Eventually.TrueAsync(() => _output.Contains("ready"), "ready");
        Assert.Equal(3, (await child.StopAsync(TimeSpan.FromSeconds(30), TimeProvider.System)).Code);
        Assert.Contains("bye", _output);
    }

    [Fact]
    public async Task StopAsync_ProgramThatIgnoresIt_IsKilledAfterTheGrace()
    {
        await using var child = Start("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.01; done");
        await Eventually.TrueAsync(() => _output.Contains("ready"), "ready");
        Assert.Equal(9, (await child.StopAsync(TimeSpan.FromMilliseconds(50), TimeProvider.System)).Signal);
    }

    [Theory]
    [InlineData("drop", "4714.1")]
    [InlineData("hold", "4714.2")]
    public async Task Exited_ParentKilledWithSignal9_LeavesNoOrphan(string input, string mark)
    {
        var assembly = Path.Join(AppContext.BaseDirectory, "Atelier.Hosts.TestParent.dll");
        var script = $"setsid sleep {mark} & (setsid sh -c '(sleep {mark} &)' &); exec sleep {mark}";
        await using var parent = Start("dotnet", assembly, input, "sh", "-c", script);
        await Eventually.TrueAsync(() => LiveProcesses.WithArgument("sleep\0" + mark).Count == 3, "three sleepers");
        using var process = Process.GetProcessById(parent.Id);
        process.Kill();
        await Eventually.TrueAsync(() => LiveProcesses.WithArgument(mark).Count == 0, "no orphan");
        Assert.Equal(9, (await parent.Exited).Signal);
    }

    private ChildProcess Start(params string[] command) =>
        Start(new ChildProcessOptions { Command = command, OnStandardOutput = _output.Enqueue, OnStandardError = _errors.Enqueue });

    private ChildProcess Start(ChildProcessOptions options)
    {
        var complete = options with { OnStandardOutput = options.OnStandardOutput ?? _output.Enqueue, OnStandardError = options.OnStandardError ?? _errors.Enqueue };
        Assert.True(ChildProcess.TryStart(complete, out var child, out var problem), problem);
        return child;
    }
}
