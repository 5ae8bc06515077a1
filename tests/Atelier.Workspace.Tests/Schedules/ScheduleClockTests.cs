using Atelier.Engine.Runs;
using Atelier.Workspace.Memory;
using Atelier.Workspace.Schedules;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;

namespace Atelier.Workspace.Tests.Schedules;

public class ScheduleClockTests
{
    private readonly MemoryWorkspaceStore _store = new();
    private readonly FakeTime _time = new();
    private readonly FakeRuns _runs = new();

    [Fact]
    public async Task Tick_WhenDue_StartsOneRunAndSaysWhenTheNextIs()
    {
        var id = await AddAsync("*/15 * * * *");
        var clock = Clock();
        Assert.Equal(TimeSpan.FromSeconds(30), await clock.TickAsync(default));
        Assert.Empty(_runs.Keys);

        _time.Advance(TimeSpan.FromMinutes(15));
        await clock.TickAsync(default);
        await clock.TickAsync(default);

        Assert.Equal(["schedule/c1/2026-11-21T10:15:00Z"], _runs.Keys);
        var state = _store.Schedules.Find(id)!.State;
        Assert.Equal((_time.Now, new RunId(1)), (state.LastDue, state.LastRun));
        Assert.Empty(state.Waiting);
    }

    [Fact]
    public async Task Tick_AfterACrashBetweenStartAndRecord_StartsNoSecondRun()
    {
        var id = await AddAsync("@hourly", OverlapPolicy.Skip, CatchUpPolicy.None);
        _time.Advance(TimeSpan.FromHours(1));
        _runs.AfterStart = static () => throw new InvalidOperationException("the process ended here");
        await Clock().TickAsync(default);
        Assert.Null(_store.Schedules.Find(id)!.State.LastRun);

        // Long after: the due time is no longer on time, but what was begun is finished.
        _runs.AfterStart = null;
        _time.Advance(TimeSpan.FromMinutes(20));
        await Clock().TickAsync(default);

        Assert.Single(_runs.Keys);
        Assert.Equal(new RunId(1), _store.Schedules.Find(id)!.State.LastRun);
    }

    [Fact]
    public async Task Tick_WhileTheRunBeforeGoesOn_SkipsAndSaysSo()
    {
        var id = await AddAsync("@hourly", OverlapPolicy.Skip);
        await PassAsync(hours: 2);

        Assert.Single(_runs.Keys);
        var problem = _store.Schedules.Find(id)!.State.LastProblem!;
        Assert.Equal((_time.Now, null), (problem.Due, problem.Code));
        Assert.Contains("r1", problem.Message, StringComparison.Ordinal);

        _runs.Active.Clear();
        await PassAsync(hours: 1);
        Assert.Equal(2, _runs.Keys.Count);
        Assert.Null(_store.Schedules.Find(id)!.State.LastProblem);
    }

    [Fact]
    public async Task Tick_Queued_StartsEachAfterTheOneBefore()
    {
        var id = await AddAsync("@hourly", OverlapPolicy.Queue);
        await PassAsync(hours: 3);
        Assert.Single(_runs.Keys);
        Assert.Equal(2, _store.Schedules.Find(id)!.State.Waiting.Count);

        _runs.Active.Clear();
        Assert.Equal(TimeSpan.FromSeconds(1), await Clock().TickAsync(default));
        Assert.Equal(2, _runs.Keys.Count);
        _runs.Active.Clear();
        await Clock().TickAsync(default);
        Assert.Equal(["schedule/c1/2026-11-21T11:00:00Z", "schedule/c1/2026-11-21T12:00:00Z", "schedule/c1/2026-11-21T13:00:00Z"], _runs.Keys);
    }

    [Fact]
    public async Task Tick_CancellingThePrevious_AsksOnceAndStartsWhenItHasEnded()
    {
        await AddAsync("@hourly", OverlapPolicy.CancelPrevious);
        var clock = Clock();
        _time.Advance(TimeSpan.FromHours(1));
        await clock.TickAsync(default);
        _time.Advance(TimeSpan.FromHours(1));
        await clock.TickAsync(default);
        await clock.TickAsync(default);
        Assert.Equal([new RunId(1)], _runs.Cancelled);
        Assert.Single(_runs.Keys);

        _runs.Active.Clear();
        await clock.TickAsync(default);
        Assert.Equal(2, _runs.Keys.Count);
    }

    [Fact]
    public async Task Tick_Overlapping_StartsAll()
    {
        await AddAsync("@hourly", OverlapPolicy.Allow);
        await PassAsync(hours: 3);

        Assert.Equal(3, _runs.Keys.Count);
    }

    [Theory]
    [InlineData(CatchUpPolicy.None, 0)]
    [InlineData(CatchUpPolicy.Last, 1)]
    [InlineData(CatchUpPolicy.All, 5)]
    public async Task Tick_AfterHoursOff_CatchesUpByPolicy(CatchUpPolicy policy, int starts)
    {
        await AddAsync("@hourly", OverlapPolicy.Allow, policy);
        _time.Advance(TimeSpan.FromHours(5.5));
        await Clock().TickAsync(default);

        Assert.Equal(starts, _runs.Keys.Count);
    }

    [Fact]
    public async Task Tick_StartRefused_SaysWhyAndGoesOnWithTheNext()
    {
        var id = await AddAsync("@hourly");
        _runs.Answers.Enqueue(new ScheduledStart.Refused("ATL7404", "no such workflow"));
        await PassAsync(hours: 1);
        Assert.Equal(new ScheduleProblem(_time.Now, "ATL7404", "no such workflow"), _store.Schedules.Find(id)!.State.LastProblem);

        await PassAsync(hours: 1);
        Assert.Equal(["schedule/c1/2026-11-21T12:00:00Z"], _runs.Keys);
    }

    [Fact]
    public async Task Tick_StartNotPossibleNow_IsTriedAgain()
    {
        await AddAsync("@hourly");
        _runs.Answers.Enqueue(new ScheduledStart.Later("ATL3005", "the disk is full"));
        await PassAsync(hours: 1);
        Assert.Empty(_runs.Keys);

        _time.Advance(TimeSpan.FromMinutes(5));
        await Clock().TickAsync(default);
        Assert.Equal(["schedule/c1/2026-11-21T11:00:00Z"], _runs.Keys);
    }

    [Fact]
    public async Task Tick_StartThatBreaksOff_IsTriedAgain()
    {
        await AddAsync("@hourly");
        _runs.AfterStart = static () => throw new TaskCanceledException("the engine ended");
        await PassAsync(hours: 1);

        _runs.AfterStart = null;
        await Clock().TickAsync(default);
        Assert.Equal(["schedule/c1/2026-11-21T11:00:00Z"], _runs.Keys);
        Assert.Equal(new RunId(1), Assert.Single(_store.Schedules.List()).State.LastRun);
    }

    [Fact]
    public async Task Tick_ChangedWhileOff_BeginsAnew()
    {
        var id = await AddAsync("@hourly", catchUp: CatchUpPolicy.All);
        var definition = _store.Schedules.Find(id)!.Definition;
        await _store.Schedules.ChangeAsync(id, new NewSchedule(definition with { Enabled = false }, _time.Now, null));
        await PassAsync(hours: 5);
        await _store.Schedules.ChangeAsync(id, new NewSchedule(definition, _time.Now, null));
        await PassAsync(hours: 1);

        Assert.Equal(["schedule/c1/2026-11-21T16:00:00Z"], _runs.Keys);
    }

    [Fact]
    public async Task Tick_OneThatCannotBeRead_HoldsUpNoOther()
    {
        var broken = await AddAsync("@hourly", zone: "Mars/Olympus");
        await AddAsync("@hourly");
        await PassAsync(hours: 1);

        Assert.Equal(["schedule/c2/2026-11-21T11:00:00Z"], _runs.Keys);
        Assert.Equal(WorkspaceCodes.ZoneUnknown, _store.Schedules.Find(broken)!.State.LastProblem!.Code);
    }

    [Fact]
    public async Task Run_UntilCancelled_NoticesChanges()
    {
        using var stop = new CancellationTokenSource();
        var clock = Clock();
        var started = new TaskCompletionSource();
        _runs.AfterStart = started.SetResult;
        var running = clock.RunAsync(stop.Token);
        await AddAsync("@hourly");
        _time.Advance(TimeSpan.FromHours(1));
        clock.Changed();

        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public void AnyCrashes_AnyPolicy_StartEachDueTimeAtMostOnce() =>
        Prop.ForAll((from overlap in Gen.Elements(Enum.GetValues<OverlapPolicy>())
                     from catchUp in Gen.Elements(Enum.GetValues<CatchUpPolicy>())
                     from steps in Gen.ListOf(Gen.Choose(0, 5).Zip(Gen.Choose(1, 90)))
                     select (overlap, catchUp, steps)).ToArbitrary(), plan =>
        {
            var test = new ScheduleClockTests();
            _ = test.AddAsync("*/10 * * * *", plan.overlap, plan.catchUp).Result;
            foreach (var (what, minutes) in plan.steps)
            {
                test._time.Advance(TimeSpan.FromMinutes(what == 5 ? -minutes : minutes));
                test._runs.AfterStart = what == 1 ? static () => throw new InvalidOperationException("the process ended here") : null;
                if (what == 2)
                {
                    test._runs.Active.Clear();
                }

                test.Clock().TickAsync(default).Wait();
            }

            // Every key is another due time, and without overlap no two runs were ever active.
            return test._runs.Keys.Distinct().Count() == test._runs.Keys.Count && (plan.overlap == OverlapPolicy.Allow || test._runs.Active.Count <= 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private ScheduleClock Clock() => new(_store.Schedules, _runs, _time, NullLogger<ScheduleClock>.Instance);

    private async Task<ScheduleId> AddAsync(string cron, OverlapPolicy overlap = OverlapPolicy.Skip, CatchUpPolicy catchUp = CatchUpPolicy.Last, string zone = "UTC")
    {
        var definition = new ScheduleDefinition { Workflow = "w", Cron = cron, Zone = zone, Overlap = overlap, CatchUp = catchUp };
        return (await _store.Schedules.AddAsync(new NewSchedule(definition, _time.Now, null))).Id;
    }

    private async Task PassAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            await Clock().TickAsync(default);
        }
    }
}
