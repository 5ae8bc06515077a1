using System.Text.Json;
using Atelier.Sdk;
using Xunit;
using static Atelier.Actions.Tests.ActionRuns;

namespace Atelier.Actions.Tests.Processes;

public sealed class ProcessRunActionTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task Argv_IsReadByNoShell()
    {
        var output = await RunAsync(new { argv = new object[] { "printf", "%s|", "$(id)", "a b", "\"', 🎨\n", 7, true } });

        Assert.Equal("$(id)|a b|\"', 🎨\n|7|true|", output.GetProperty("stdout").GetString());
        Assert.Equal(0, output.GetProperty("exit_code").GetInt32());
    }

    [Theory]
    [InlineData("bash", "printf '{\"n\":%s}' \"$1$N\" > \"$ATELIER_RESULT\"")]
    [InlineData("python3", "import os, sys, json\njson.dump({'n': int(sys.argv[1] + os.environ['N'])}, open(os.environ['ATELIER_RESULT'], 'w'))")]
    [InlineData("node", "require('fs').writeFileSync(process.env.ATELIER_RESULT, JSON.stringify({n: Number(process.argv[2] + process.env.N)}))")]
    public async Task Script_LeavesItsResult(string interpreter, string script)
    {
        Assert.SkipWhen(!IsInstalled(interpreter), $"{interpreter} is not installed");

        var output = await RunAsync(new { script, interpreter, args = new[] { "4" }, env = new Dictionary<string, int> { ["N"] = 2 } });

        Assert.Equal("""{"n":42}""", output.GetRawText().Replace(" ", ""));
    }

    [Fact]
    public async Task Input_Stdin_AndFiles_ReachTheProgram()
    {
        var output = await RunAsync(new
        {
            script = "cat \"$ATELIER_INPUT\"; cat; cat \"$ATELIER_WORK/in/a.txt\"; cat \"$P\"; pwd",
            input = new { a = 1 },
            stdin = _context.Memory.Add("<stdin>"),
            files = new Dictionary<string, Artifact> { ["in/a.txt"] = _context.Memory.Add("<file>") },
            env = new Dictionary<string, Artifact> { ["P"] = _context.Memory.Add("<env>") },
        });

        Assert.Equal($$"""{"a":1}<stdin><file><env>{{_context.BaseFolder}}""", output.GetProperty("stdout").GetString());
    }

    [Fact]
    public async Task Collect_TakesFilesAsArtifacts()
    {
        var output = await RunAsync(new { script = "cd \"$ATELIER_WORK\"; mkdir out; echo b > out/b.png; echo a > a.png; echo x > no.txt; ln -s /etc/passwd link.png", collect = "**/*.png" });

        var files = output.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(["a.png", "out/b.png"], files.ConvertAll(file => file.GetProperty("relative").GetString()));
        Assert.Equal(_context.Memory.Add("b\n").Digest, files[1].GetProperty("$artifact").GetString());
        Assert.Equal("image/png", files[0].GetProperty("mediaType").GetString());
    }

    [Theory]
    [InlineData("exit 5", FailureKind.Permanent, "ATL5402")]
    [InlineData("exit 75", FailureKind.Transient, "ATL5402")]
    [InlineData("kill -9 $$", FailureKind.Transient, "ATL5403")]
    [InlineData("false; echo never", FailureKind.Permanent, "ATL5402")]
    public async Task ExitCode_ThatMeansFailure_CarriesTheLastLines(string script, FailureKind kind, string code)
    {
        var failure = await _context.FailAsync("process.run", new { script = "echo first >&2; echo 'no such model' >&2; " + script, exit_codes = new Dictionary<string, string> { ["75"] = "transient" } });

        Assert.Equal((kind, code, FailureEffect.Unknown), (failure.Kind, failure.Code, failure.Effect));
        Assert.Contains("no such model", failure.Message);
        Assert.Equal("first\nno such model", failure.Detail);
    }

    [Fact]
    public async Task ExitCode_ThatRejects_GivesTheLastLineAsReason()
    {
        var result = await _context.RunAsync("process.run", """{"script":"echo too dark; exit 3","exit_codes":{"3":"rejected"}}""");

        Assert.Equal(new ActionResult<JsonElement>.Rejected("too dark"), result);
    }

    [Fact]
    public async Task ExitCode_ThatMeansEmpty_IsEmpty() =>
        Assert.IsType<ActionResult<JsonElement>.Empty>(await _context.RunAsync("process.run", """{"script":"exit 4","exit_codes":{"*":"empty"}}"""));

    [Theory]
    [InlineData("""{"argv":["no-such-program"]}""", "ATL5401")]
    [InlineData("""{"argv":["true"],"cwd":"gone"}""", "ATL5401")]
    [InlineData("""{"argv":[]}""", "ATL5001")]
    [InlineData("""{}""", "ATL5001")]
    [InlineData("""{"argv":["true"],"script":"true"}""", "ATL5001")]
    [InlineData("""{"argv":["true"],"exit_codes":{"a":"empty"}}""", "ATL5001")]
    [InlineData("""{"argv":["true"],"collect":"{a"}""", "ATL5001")]
    [InlineData("""{"script":"echo '{' > $ATELIER_RESULT"}""", "ATL5404")]
    public async Task WhatCannotRun_FailsWithItsCode(string input, string code) =>
        Assert.Equal(code, (await _context.FailAsync("process.run", input)).Code);

    [Fact]
    public async Task Files_ThatLeadOut_AreRefused()
    {
        var files = new Dictionary<string, Artifact> { ["../own/script.sh"] = _context.Memory.Add("x") };

        Assert.Equal("ATL5102", (await _context.FailAsync("process.run", new { argv = new[] { "true" }, files })).Code);
    }

    [Fact]
    public async Task LongOutput_IsKeptWholeAsAnArtifact()
    {
        var output = await RunAsync("""{"script":"seq 1 30000"}""");

        Assert.True(ActionJson.TryRead<Artifact>(output.GetProperty("stdout_file"), out var artifact, out _));
        Assert.Equal(string.Concat(Enumerable.Range(1, 30_000).Select(i => i + "\n")), _context.Memory.Text(artifact));
        Assert.EndsWith("29999\n30000", output.GetProperty("stdout").GetString());
        Assert.InRange(_context.Lines.Count, 200, 201);
    }

    [Fact]
    public async Task Cancel_OfAHangingProcessWithChildren_KillsThemAll()
    {
        using var cancel = new CancellationTokenSource();
        var child = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        _context.OnLog = line => child.TrySetResult(int.Parse(line));
        var run = _context.RunAsync("process.run", """{"script":"trap '' TERM; (trap '' TERM; exec sleep 1000) & echo $!; wait; sleep 1000"}""", cancellationToken: cancel.Token).AsTask();
        var pid = await child.Task;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(SpinWait.SpinUntil(() => IsGone(pid), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Fork_ThatOutlivesItsParent_IsEndedWithIt()
    {
        var output = await RunAsync("""{"script":"setsid sleep 1000 > /dev/null 2>&1 & echo $!"}""");

        var pid = int.Parse(output.GetProperty("stdout").GetString()!);
        Assert.True(SpinWait.SpinUntil(() => IsGone(pid), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Fingerprint_HasTheWorkflowsOwnScripts()
    {
        _context.File("tools/a.py", "print(1)");
        var input = Json("""{"argv":["python3","tools/a.py","--flag","/etc/passwd","gone.py"]}""");

        var before = await Find("process.run").GetFingerprintPartsAsync(input, _context, CancellationToken.None);
        _context.File("tools/a.py", "print(2)");
        var after = await Find("process.run").GetFingerprintPartsAsync(input, _context, CancellationToken.None);

        Assert.Equal("file:tools/a.py", Assert.Single(before).Key);
        Assert.NotEqual(before["file:tools/a.py"], after["file:tools/a.py"]);
    }

    public void Dispose() => _context.Dispose();

    private static bool IsInstalled(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Join(folder, program)));

    private static bool IsGone(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat") is var stat && stat[stat.LastIndexOf(')')..].StartsWith(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private Task<JsonElement> RunAsync(object input) => _context.SucceedAsync("process.run", input);
}
