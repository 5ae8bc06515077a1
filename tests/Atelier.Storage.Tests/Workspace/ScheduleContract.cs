using Atelier.Engine.Runs;
using Atelier.Workspace.Acceptances;
using Atelier.Workspace.Hiding;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Tests.Workspace;

/// <summary>Schedules, and workflows that lists leave out.</summary>
public abstract class ScheduleContract(WorkspaceUnderTest underTest) : WorkspaceContract(underTest)
{
    private static readonly ScheduleDefinition Definition = new()
    {
        Workflow = "paintings",
        Version = "sha256:" + new string('a', 64),
        Inputs = """{"folder":"./in"}""",
        Options = new RunOptions { Limit = 10, Priority = 5 },
        Cron = "30 6 * * mon-fri",
        Zone = "Europe/Berlin",
        Overlap = OverlapPolicy.CancelPrevious,
        CatchUp = CatchUpPolicy.All,
    };

    [Fact]
    public async Task Add_ASchedule_IsThereAfterARestart()
    {
        var added = await Store.Schedules.AddAsync(new NewSchedule(Definition, Noon, new UserId(1)));
        Restart();

        var kept = Store.Schedules.Find(added.Id)!;
        Assert.Equal((new ScheduleId(1), 1L, Noon, Noon, new UserId(1)), (kept.Id, kept.Revision, kept.Created, kept.Changed, kept.By));
        AssertSame(Definition, kept.Definition);
        AssertSame(ScheduleState.From(Noon), kept.State);
        Assert.Single(Store.Schedules.List());
        Assert.Null(Store.Schedules.Find(new ScheduleId(9)));
    }

    [Fact]
    public async Task Record_AState_IsReadAsItWasWritten()
    {
        var added = await Store.Schedules.AddAsync(new NewSchedule(Definition, Noon, null));
        var state = new ScheduleState
        {
            Considered = Noon.AddHours(2),
            Waiting = [Noon.AddHours(1), Noon.AddHours(2)],
            Open = [new RunId(3), new RunId(4)],
            LastDue = Noon,
            LastRun = new RunId(4),
            LastProblem = new ScheduleProblem(Noon, "ATL7404", "no such workflow"),
        };

        Assert.True(await Store.Schedules.RecordAsync(added.Id, 1, state));
        Restart();

        AssertSame(state, Store.Schedules.Find(added.Id)!.State);
    }

    [Fact]
    public async Task Change_BeginsAnewAndRefusesWhatTheClockRecordsForTheOldOne()
    {
        var added = await Store.Schedules.AddAsync(new NewSchedule(Definition, Noon, null));
        await Store.Schedules.RecordAsync(added.Id, 1, new ScheduleState { Considered = Noon, Waiting = [Noon], Open = [new RunId(3)], LastDue = Noon, LastRun = new RunId(3) });

        var changed = (await Store.Schedules.ChangeAsync(added.Id, new NewSchedule(Definition with { Cron = "@daily", Enabled = false }, Noon.AddDays(1), new UserId(2))))!;

        Assert.Equal((2L, Noon, Noon.AddDays(1), new UserId(2)), (changed.Revision, changed.Created, changed.Changed, changed.By));
        AssertSame(new ScheduleState { Considered = Noon.AddDays(1), Open = [new RunId(3)], LastDue = Noon, LastRun = new RunId(3) }, changed.State);
        Assert.False(await Store.Schedules.RecordAsync(added.Id, 1, ScheduleState.From(Noon)));
        Assert.True(await Store.Schedules.RecordAsync(added.Id, 2, ScheduleState.From(Noon.AddDays(2))));
        Assert.Equal("@daily", Store.Schedules.Find(added.Id)!.Definition.Cron);
        Assert.Null(await Store.Schedules.ChangeAsync(new ScheduleId(9), new NewSchedule(Definition, Noon, null)));
    }

    [Fact]
    public async Task Remove_ASchedule_NeverGivesItsNumberAgain()
    {
        var added = await Store.Schedules.AddAsync(new NewSchedule(Definition, Noon, null));

        Assert.True(await Store.Schedules.RemoveAsync(added.Id));
        Assert.False(await Store.Schedules.RemoveAsync(added.Id));
        Assert.False(await Store.Schedules.RecordAsync(added.Id, 1, ScheduleState.From(Noon)));
        Restart();
        Assert.Empty(Store.Schedules.List());
        Assert.NotEqual(added.Id, (await Store.Schedules.AddAsync(new NewSchedule(Definition, Noon, null))).Id);
    }

    [Fact]
    public async Task Hide_AndShow_ByName()
    {
        await Store.Hidden.HideAsync(new HiddenWorkflow("b", Noon, new UserId(1)));
        await Store.Hidden.HideAsync(new HiddenWorkflow("a", Noon, null));
        await Store.Hidden.HideAsync(new HiddenWorkflow("b", Noon.AddDays(1), null));
        Restart();

        Assert.Equal([new HiddenWorkflow("a", Noon, null), new HiddenWorkflow("b", Noon, new UserId(1))], Store.Hidden.List());
        Assert.True(await Store.Hidden.ShowAsync("b"));
        Assert.False(await Store.Hidden.ShowAsync("b"));
        Assert.Null(Store.Hidden.Find("b"));
        Assert.NotNull(Store.Hidden.Find("a"));
    }

    // Lists compare by identity inside records: compared as they are shown.
    private static void AssertSame(ScheduleDefinition expected, ScheduleDefinition actual)
    {
        Assert.Equal(expected with { Options = RunOptions.None }, actual with { Options = RunOptions.None });
        Assert.Equal(expected.Options.ToJson(), actual.Options.ToJson());
    }

    private static void AssertSame(ScheduleState expected, ScheduleState actual)
    {
        Assert.Equal(expected.Waiting, actual.Waiting);
        Assert.Equal(expected.Open, actual.Open);
        Assert.Equal((expected.Considered, expected.LastDue, expected.LastRun, expected.LastProblem), (actual.Considered, actual.LastDue, actual.LastRun, actual.LastProblem));
    }

    [Fact]
    public async Task Accept_ACause_IsThereUntilItIsTakenBack()
    {
        var run = new RunId(7);
        var accepted = new Acceptance(run, 2, "ATL5502", "`…` is no picture", Noon, "ada", "scans that nobody has");
        await Store.Accepted.AcceptAsync(accepted);
        await Store.Accepted.AcceptAsync(accepted with { By = "bob", Note = null });
        Restart();

        Assert.Equal([accepted], Store.Accepted.Of(run));
        Assert.Empty(Store.Accepted.Of(new RunId(8)));
        Assert.False(await Store.Accepted.TakeBackAsync(run, 2, "ATL5502", "another"));
        Assert.True(await Store.Accepted.TakeBackAsync(run, 2, "ATL5502", "`…` is no picture"));
        Assert.Empty(Store.Accepted.Of(run));
    }
}
