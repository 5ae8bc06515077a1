using System.Text.Json;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workers;

/// <summary>Steps through the Python client: real processes, real HTTP.</summary>
public class PythonWorkerTests
{
    /// <summary>Doubles a number; what is given as a text names a way to end.</summary>
    private const string Program = """
        import sys, threading
        from atelier_client import Empty, Permanent, Rejected, Transient, Worker

        worker = Worker(queues=["far"], slots=4, name=sys.argv[1], lease_seconds=5)

        @worker.task("one")
        def one(given, context):
            context.log(f"{worker.name} has {given}")
            if given == "hang":
                print("hangs", flush=True)
                threading.Event().wait()
            if given == "until stopped":
                print("waits", flush=True)
                while True:
                    context.check()
                    threading.Event().wait(0.01)
            if given == "empty":
                return Empty([])
            if given == "reject":
                return Rejected("not wanted")
            if given == "once more" and context.attempt == 1:
                raise Transient("later")
            if given == "never":
                raise Permanent("no", code="NEVER")
            if given == "bug":
                raise KeyError("bug")
            if given == "unsendable":
                return object()
            return given * 2 if isinstance(given, int) else given

        worker.run()
        """;

    [Fact]
    public async Task Steps_OfAPythonWorker_ComeToWhatItsTaskSays()
    {
        ChildProcess.NeedPython();
        await using var server = await ServerUnderTest.StartAsync();
        await using var python = ChildProcess.Python(server, "-c", Program, "py");
        var run = await server.StartAsync("""
            name: ends
            steps:
              - id: all
                for_each: ["${21}", empty, reject, once more, never, bug, unsendable]
                as: n
                on_item_failure: quarantine
                steps:
                  - { id: x, uses: worker.task, queue: far, with: { task: one, input: "${n}" }, retry: { attempts: 2, delay: 100ms } }
                yield: ${x}
            outputs: { all: "${all.items.map(i, [i.outcome, i.value])}" }
            """);

        Assert.Equal("""{"all":[["succeeded",42],["empty",[]],["rejected",null],["succeeded","once more"],["failed",null],["failed",null],["failed",null]]}""", await server.EndAsync(run));
        var failed = server.Home.Store.ReadItems(run, 1, 0, 10).Where(static item => item.Outcome == Outcome.Failed);
        Assert.Equal(["NEVER", "TASK_ERROR", "TASK_OUTPUT"], failed.Select(static item => OutcomeDetail.FromJson(item.Detail)!.Failures![0].Failure.Code));
        Assert.Equal(0, await python.InterruptAsync());
    }

    [Fact]
    public async Task PythonWorker_KilledInTheMiddle_LosesItsStepToAnotherOnce()
    {
        ChildProcess.NeedPython();
        await using var server = await ServerUnderTest.StartAsync();
        await using var first = ChildProcess.Python(server, "-c", Program, "first");
        var run = await server.StartAsync(RemoteRuns.OneStep, new { given = "hang" });
        await first.SeesAsync("hangs");
        first.Kill();

        // The second does what the first was at, and does not hang.
        await using var second = ChildProcess.Python(server, "-c", Program.Replace("\"hang\"", "\"\"", StringComparison.Ordinal), "second");

        Assert.Equal("""{"x":"hang"}""", await server.EndAsync(run));
        var outcome = Assert.Single(server.Home.Store.ReadOutcomes(run, [ScopeId.Of(0, 0)]), static row => row.Step >= 0);
        Assert.Equal((2, Outcome.Succeeded), (outcome.Attempt, outcome.Outcome));
        Assert.Contains("worker second", OutcomeDetail.FromJson(outcome.Detail)!.MadeBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PythonWorker_Interrupted_HandsItsStepBack()
    {
        ChildProcess.NeedPython();
        await using var server = await ServerUnderTest.StartAsync();
        await using var first = ChildProcess.Python(server, "-c", Program.Replace("lease_seconds=5", "lease_seconds=300, grace=0.1", StringComparison.Ordinal), "first");
        var run = await server.StartAsync(RemoteRuns.OneStep, new { given = "until stopped" });
        await first.SeesAsync("waits");
        Assert.Equal(0, await first.InterruptAsync());

        await using var second = ChildProcess.Python(server, "-c", Program.Replace("\"until stopped\"", "\"\"", StringComparison.Ordinal), "second");
        Assert.Equal("""{"x":"until stopped"}""", await server.EndAsync(run));
    }

    [Fact]
    public async Task Example_WithItsWorker_MeasuresItsTexts()
    {
        ChildProcess.NeedPython();
        var example = Path.Join(ChildProcess.Repository, "examples", "python-worker");
        await using var server = await ServerUnderTest.StartAsync(options => options with { Roots = [.. options.Roots, example] });
        await using var worker = ChildProcess.Python(server, Path.Join(example, "worker.py"));
        var text = await File.ReadAllTextAsync(Path.Join(example, "workflow.yaml"), TestContext.Current.CancellationToken);
        var run = await server.StartAsync(text, new { folder = Path.Join(example, "texts") });

        Assert.Equal("""{"texts":3,"quarantined":0}""", await server.EndAsync(run));
        var words = JsonElement.Parse(server.Home.Store.ReadItems(run, 1, 0, 10)[0].Output!);
        Assert.Equal("fishermen", words.GetProperty("longest")[0].GetString());
        using var table = new StreamReader(server.Home.Artifacts.OpenRead(words.GetProperty("table").GetProperty("$artifact").GetString()!)!);
        Assert.StartsWith("word,count\n", await table.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_OfPython_StartsARunAndReadsItsItems()
    {
        ChildProcess.NeedPython();
        await using var server = await ServerUnderTest.StartAsync();
        await using var python = ChildProcess.Python(
            server,
            "-c",
            """
            from atelier_client import Client, ServerError
            client = Client()
            name, version = client.register('''
            name: numbers
            steps:
              - id: all
                for_each: [1, 2, 3]
                as: n
                steps: [{ id: x, uses: core.value, with: { value: "${n * 2}" } }]
                yield: ${x}
            outputs: { sum: "${all.succeeded}" }
            ''')
            run = client.start(name, key="once", version=version)
            assert run == client.start(name, key="once", version=version)
            ended = client.wait(run, timeout=60)
            assert ended["outputs"] == {"sum": 3}, ended
            block = client.blocks(run)[0]["block"]
            print("items", [item["value"] for item in client.items(run, block)])
            try:
                client.run("r999")
            except ServerError as error:
                print("refused", error.status, error.code)
            """);

        await python.SeesAsync("items [2, 4, 6]");
        await python.SeesAsync("refused 404 ATL7006");
    }
}
