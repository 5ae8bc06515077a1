using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Live;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Workflows;

namespace Atelier.Hosting.Tests.Live;

public class LiveHubTests
{
    private const string Mapped = """
        name: mapped
        inputs:
          wrong: { type: boolean, default: true }
        steps:
          - id: numbers
            for_each: [1, 2, 3, 4, 5, 6]
            on_item_failure: quarantine
            steps:
              - id: twice
                uses: core.value
                with: { value: "${item + item}" }
              - id: inner
                steps:
                  - id: check
                    uses: core.fail
                    if: ${inputs.wrong && item > 4}
                    with: { message: too large }
        """;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Watch_OfARun_GivesItsLastStateWithExactCounters()
    {
        using var folder = new TemporaryHome();
        await using var session = await HomeSession.OpenAsync(folder.Path, TimeProvider.System, default);
        var home = session.Owned!;
        home.Live.Start();

        var run = await StartAsync(session, folder.Write("w.yaml", Mapped));
        using var reader = home.Live.Watch(run);
        RunView view;
        do
        {
            view = (await reader.NextAsync(default))!.State;
        }
        while (!view.Ended);

        Assert.True(view.Counters.Exact);
        Assert.Equal(view.Outline.Row.Seq, view.Counters.Seq);
        Assert.Equivalent(home.Queries.Tally(run)!.ToList(), view.Counters.Steps, strict: true);
        Assert.Equal(new OutcomeCounts(6, 0, 0, 0, 0, 0), view.Counters.Steps.Single(static step => step.Step == 1).Counts);
        Assert.Equal(6, Assert.Single(view.Outline.Blocks).Block.Counts.Ended);
    }

    [Fact]
    public async Task CountAsync_OfARunFromBefore_CountsFromTheStore()
    {
        using var folder = new TemporaryHome();
        await using var session = await HomeSession.OpenAsync(folder.Path, TimeProvider.System, default);
        var home = session.Owned!;
        var run = await StartAsync(session, folder.Write("w.yaml", Mapped));
        await home.Engine.WaitAsync(run);
        home.Live.Start();

        var counters = await home.Live.CountAsync(run, Long, default);

        Assert.True(counters.Exact);
        Assert.Equivalent(home.Queries.Tally(run)!.ToList(), counters.Steps, strict: true);
    }

    [Fact]
    public async Task CountAsync_AfterARetry_LeavesOutWhatItsDrivesReplaced()
    {
        using var folder = new TemporaryHome();
        await using var session = await HomeSession.OpenAsync(folder.Path, TimeProvider.System, default);
        var home = session.Owned!;
        home.Live.Start();
        var run = await StartAsync(session, folder.Write("w.yaml", Mapped));
        await home.Engine.WaitAsync(run);

        var retried = await home.Engine.RetryAsync(run, new RetrySelection { Quarantined = true });
        await home.Engine.WaitAsync(run);
        var counters = await home.Live.CountAsync(run, Long, default);

        Assert.Equal(2, retried.Items);
        Assert.True(counters.Exact);
        Assert.Equivalent(home.Queries.Tally(run)!.ToList(), counters.Steps, strict: true);
        Assert.All(counters.Steps.Where(static step => step.Step > 0), static step => Assert.Equal(6, step.Counts.Ended));
    }

    [Fact]
    public async Task WatchHome_WhenRunsChange_NamesThem()
    {
        using var folder = new TemporaryHome();
        await using var session = await HomeSession.OpenAsync(folder.Path, TimeProvider.System, default);
        var home = session.Owned!;
        home.Live.Start();
        using var reader = home.Live.WatchHome();
        var first = (await reader.NextAsync(default))!.State;

        var run = await StartAsync(session, folder.Write("w.yaml", Mapped));
        var second = (await reader.NextAsync(default))!.State;

        Assert.Empty(first.Runs);
        Assert.Equal([run], second.Runs);
        Assert.True(second.Seq > first.Seq);
    }

    [Fact]
    public async Task WatchLog_WhenAStepWrites_SaysSoOnceItCanBeRead()
    {
        using var folder = new TemporaryHome();
        await using var session = await HomeSession.OpenAsync(folder.Path, TimeProvider.System, default);
        var home = session.Owned!;
        home.Live.Start();
        using var reader = home.Live.WatchLog(new RunId(1));

        var run = await StartAsync(session, folder.Write("w.yaml", "name: logged\nsteps:\n  - id: say\n    uses: core.log\n    with: { message: hello }\n"));
        while (home.Queries.ReadLog(run, 1, 10).Count == 0)
        {
            await reader.NextAsync(default);
        }

        Assert.Contains("hello", Assert.Single(home.Queries.ReadLog(run, 1, 10)).Text, StringComparison.Ordinal);
    }

    private static async Task<RunId> StartAsync(HomeSession session, string path)
    {
        await using var actions = ActionSet.BuiltIn(TimeProvider.System);
        var file = WorkflowFile.Load(path, actions.Registry, TimeProvider.System);
        Assert.Empty(file.Diagnostics);
        var reply = await session.AskAsync(
            new OwnerRequest.Start { Workflow = file.Sent, Plan = file.Plan, Inputs = JsonElement.Parse("""{"wrong":true}"""), Options = RunOptions.None, IdempotencyKey = path },
            default);
        return RunId.TryParse(reply.Run, out var run) ? run : throw new InvalidOperationException(reply.Problem?.Message);
    }
}
