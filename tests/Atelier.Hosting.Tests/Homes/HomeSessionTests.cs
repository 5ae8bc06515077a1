using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Workflows;

namespace Atelier.Hosting.Tests.Homes;

public class HomeSessionTests
{
    private const string Waiting = "name: waiting\nsteps:\n  - id: wait\n    uses: core.wait\n    with: { signal: go }\n";
    private static readonly JsonElement None = JsonElement.Parse("{}");

    [Fact]
    public async Task Open_OfAnOwnedHome_AsksItsOwner()
    {
        using var home = new TemporaryHome();
        await using var owner = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);
        await using var other = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);

        var started = await other.AskAsync(StartOf(home.Write("w.yaml", Waiting)), default);
        var followed = await other.AskAsync(new OwnerRequest.Follow(started.Run!, 50), default);

        Assert.NotNull(owner.Owned);
        Assert.Null(other.Owned);
        Assert.Equal("r1", started.Run);
        Assert.Equal(Environment.ProcessId, started.Owner);
        Assert.False(followed.Ended);
        Assert.NotNull(followed.Activity);
    }

    [Fact]
    public async Task Ask_AfterTheOwnerHasGone_MakesTheAskerOwner()
    {
        using var home = new TemporaryHome();
        var owner = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);
        await using var other = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);
        var started = await other.AskAsync(StartOf(home.Write("w.yaml", Waiting)), default);

        await owner.DisposeAsync();
        var signalled = await other.AskAsync(new OwnerRequest.Signal(started.Run!, "go", null, "1", JsonElement.Parse("7")), default);
        var end = await EndOf(other, started.Run!);

        Assert.NotNull(other.Owned);
        Assert.True(signalled.Done);
        Assert.True(end.Ended);
    }

    [Fact]
    public async Task Ask_StartWithTheSameKey_StartsOneRun()
    {
        using var home = new TemporaryHome();
        await using var owner = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);
        var start = StartOf(home.Write("w.yaml", Waiting));

        var first = await owner.AskAsync(start, default);
        var second = await owner.AskAsync(start, default);

        Assert.Equal(first.Run, second.Run);
    }

    [Fact]
    public async Task Open_InADeepFolder_ReachesTheOwnerBeyondTheLengthOfSocketPaths()
    {
        using var home = new TemporaryHome();
        var deep = Path.Combine(home.Folder, new string('d', 120), "home");
        await using var owner = await HomeSession.OpenAsync(deep, TimeProvider.System, default);
        await using var other = await HomeSession.OpenAsync(deep, TimeProvider.System, default);

        var reply = await other.AskAsync(new OwnerRequest.ListSecrets(), default);

        Assert.True(reply.Done);
        Assert.Null(other.Owned);
    }

    [Fact]
    public async Task Socket_OfAHome_IsItsUsersAlone()
    {
        using var home = new TemporaryHome();
        await using var owner = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Path.Combine(home.Path, "owner.sock")).UnixFileMode);
    }

    [Fact]
    public async Task Follow_OfAnUnknownRun_IsRefused()
    {
        using var home = new TemporaryHome();
        await using var owner = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);

        var reply = await owner.AskAsync(new OwnerRequest.Follow("r9", 1), default);

        Assert.Equal("ATL3102", reply.Problem!.Code);
    }

    [Fact]
    public async Task StartRun_FromAStep_FindsTheFileBesideItsWorkflow()
    {
        using var home = new TemporaryHome();
        home.Write("child.yaml", "name: child\nsteps:\n  - id: a\n    uses: core.value\n    with: { value: 1 }\n");
        var parent = home.Write("parent.yaml", "name: parent\nsteps:\n  - id: go\n    uses: core.start_run\n    with: { workflow: ./child.yaml }\noutputs: { run: \"${go.run}\" }\n");
        await using var owner = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);

        var started = await owner.AskAsync(StartOf(parent), default);
        await EndOf(owner, started.Run!);
        await EndOf(owner, "r2");

        Assert.Equal("child", owner.Owned!.Store.FindRun(new RunId(2))!.WorkflowName);
    }

    [Fact]
    public async Task Run_OfAnInlinedWorkflow_GoesOnAfterItsFilesAreGone()
    {
        using var home = new TemporaryHome();
        home.Write("parts/inner.yaml", Waiting);
        var file = home.Write("outer.yaml", "name: outer\nsteps:\n  - id: call\n    run: ./parts/inner.yaml\n");
        string run;
        await using (var first = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default))
        {
            run = (await first.AskAsync(StartOf(file), default)).Run!;
        }

        Directory.Delete(Path.Combine(home.Folder, "parts"), recursive: true);
        await using var second = await HomeSession.OpenAsync(home.Path, TimeProvider.System, default);
        await second.AskAsync(new OwnerRequest.Signal(run, "go", null, "1", JsonElement.Parse("7")), default);
        var end = await EndOf(second, run);

        Assert.True(end.Ended);
        Assert.Equal(Outcome.Succeeded, second.Owned!.Store.FindRun(new RunId(1))!.Outcome);
    }

    private static async Task<OwnerReply> EndOf(HomeSession session, string run)
    {
        while (true)
        {
            var reply = await session.AskAsync(new OwnerRequest.Follow(run, 1000), default);
            if (reply.Ended || reply.Problem is not null)
            {
                return reply;
            }
        }
    }

    private static OwnerRequest.Start StartOf(string file)
    {
        var actions = ActionSet.BuiltIn(TimeProvider.System);
        var workflow = WorkflowFile.Load(file, actions.Registry, TimeProvider.System);
        return new OwnerRequest.Start { Workflow = workflow.Sent, Inputs = None, Options = RunOptions.None, IdempotencyKey = $"test-{file}" };
    }
}
