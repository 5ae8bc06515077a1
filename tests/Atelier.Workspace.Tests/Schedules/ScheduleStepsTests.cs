using Atelier.Engine.Runs;
using Atelier.Workspace.Schedules;

namespace Atelier.Workspace.Tests.Schedules;

public class ScheduleStepsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly CronSchedule Hourly = new(CronExpression.Parse("@hourly").Value!, TimeZoneInfo.Utc);
    private static readonly RunId One = new(1);
    private static readonly ScheduleState Due = new() { Considered = Noon, Waiting = [Noon], Open = [One] };

    [Theory]
    [InlineData(OverlapPolicy.Skip)]
    [InlineData(OverlapPolicy.Queue)]
    [InlineData(OverlapPolicy.CancelPrevious)]
    [InlineData(OverlapPolicy.Allow)]
    public void Decide_NothingActive_Starts(OverlapPolicy policy)
    {
        Assert.Equal(new NextMove.Start(Noon), ScheduleSteps.Decide(policy, Due, []));
        Assert.Equal(new NextMove.Rest(), ScheduleSteps.Decide(policy, Due with { Waiting = [] }, [One]));
    }

    [Fact]
    public void Decide_EarlierRunActive_FollowsThePolicy()
    {
        Assert.Equal(new NextMove.Skip(Noon), ScheduleSteps.Decide(OverlapPolicy.Skip, Due, [One]));
        Assert.Equal(new NextMove.Hold(), ScheduleSteps.Decide(OverlapPolicy.Queue, Due, [One]));
        Assert.Equal([One], Assert.IsType<NextMove.Cancel>(ScheduleSteps.Decide(OverlapPolicy.CancelPrevious, Due, [One])).Runs);
        Assert.Equal(new NextMove.Start(Noon), ScheduleSteps.Decide(OverlapPolicy.Allow, Due, [One]));
    }

    [Fact]
    public void Gather_WhileOff_TakesUpNothingAndMakesUpForNothing()
    {
        var state = ScheduleSteps.Gather(Definition(OverlapPolicy.Skip) with { Enabled = false }, Hourly, ScheduleState.From(Noon), Noon.AddDays(3));

        Assert.Empty(state.Waiting);
        Assert.Equal(Noon.AddDays(3), state.Considered);
    }

    [Fact]
    public void Gather_ClockSetBack_TakesUpNothingTwice()
    {
        var state = ScheduleSteps.Gather(Definition(OverlapPolicy.Skip), Hourly, ScheduleState.From(Noon), Noon.AddHours(1));
        Assert.Equal([Noon.AddHours(1)], state.Waiting);

        Assert.Same(state, ScheduleSteps.Gather(Definition(OverlapPolicy.Skip), Hourly, state, Noon.AddMinutes(-30)));
        Assert.Equal([Noon.AddHours(1), Noon.AddHours(2)], ScheduleSteps.Gather(Definition(OverlapPolicy.Skip), Hourly, state, Noon.AddHours(2)).Waiting);
    }

    [Fact]
    public void Gather_EachReplacesTheOneBefore_KeepsTheNewest()
    {
        var state = ScheduleSteps.Gather(Definition(OverlapPolicy.CancelPrevious), Hourly, ScheduleState.From(Noon), Noon.AddHours(3));

        Assert.Equal([Noon.AddHours(3)], state.Waiting);
        Assert.Null(state.LastProblem);
    }

    [Fact]
    public void Gather_MoreThanMayWait_LeavesOutTheEarliestAndSaysSo()
    {
        var state = ScheduleSteps.Gather(Definition(OverlapPolicy.Queue), Hourly, Due with { Waiting = [Noon] }, Noon.AddHours(100));

        Assert.Equal(DueTimes.Most, state.Waiting.Count);
        Assert.Equal(Noon.AddHours(1), state.Waiting[0]);
        Assert.Equal(Noon, state.LastProblem!.Due);
    }

    [Fact]
    public void Started_RemembersRunsThatHaveNotEnded()
    {
        var state = ScheduleSteps.Started(Due with { Waiting = [Noon, Noon.AddHours(1)] }, Noon, new RunId(2), [One]);

        Assert.Equal([Noon.AddHours(1)], state.Waiting);
        Assert.Equal([One, new RunId(2)], state.Open);
        Assert.Equal((Noon, new RunId(2)), (state.LastDue, state.LastRun));
        Assert.Equal([One], ScheduleSteps.Started(Due, Noon, One, [One]).Open);
    }

    private static ScheduleDefinition Definition(OverlapPolicy overlap) => new() { Workflow = "w", Cron = "@hourly", Overlap = overlap, CatchUp = CatchUpPolicy.All };
}
