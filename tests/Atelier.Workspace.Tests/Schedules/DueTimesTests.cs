using Atelier.Workspace.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace Atelier.Workspace.Tests.Schedules;

public class DueTimesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly CronSchedule Hourly = Times("0 * * * *");

    [Fact]
    public void Between_WithoutCatchUp_KeepsOnlyWhatIsOnTime()
    {
        Assert.Equal([Noon], DueTimes.Between(Hourly, CatchUpPolicy.None, Noon.AddHours(-5), Noon.AddSeconds(59)));
        Assert.Empty(DueTimes.Between(Hourly, CatchUpPolicy.None, Noon.AddHours(-5), Noon.AddSeconds(61)));
    }

    [Fact]
    public void Between_CatchingUpTheLast_KeepsOne() => Assert.Equal([Noon], DueTimes.Between(Hourly, CatchUpPolicy.Last, Noon.AddHours(-5), Noon.AddMinutes(30)));

    [Fact]
    public void Between_CatchingUpAll_KeepsThemInOrder() =>
        Assert.Equal([Noon.AddHours(-2), Noon.AddHours(-1), Noon], DueTimes.Between(Hourly, CatchUpPolicy.All, Noon.AddHours(-3), Noon.AddMinutes(30)));

    [Fact]
    public void Between_ClockThatStoodForYears_KeepsTheLastHundredAtOnce()
    {
        var due = DueTimes.Between(Times("* * * * *"), CatchUpPolicy.All, Noon.AddYears(-20), Noon);

        Assert.Equal(Enumerable.Range(0, 100).Select(static index => Noon.AddMinutes(index - 99)), due);
        Assert.Equal([new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero)], DueTimes.Between(Times("0 0 29 2 *"), CatchUpPolicy.Last, Noon.AddYears(-20), Noon));
    }

    [Fact]
    public void Between_AnyStretch_IsTheTailOfAllDueTimes() =>
        Prop.ForAll(Gen.Elements("*/7 * * * *", "0 */5 * * *", "30 6 * * mon", "0 0 1 * *").Zip(Gen.Choose(0, 40_000)).ToArbitrary(), pair =>
        {
            var (text, minutes) = pair;
            var after = Noon.AddMinutes(-minutes);
            var all = Times(text).After(after).TakeWhile(static due => due <= Noon).ToList();
            return DueTimes.Between(Times(text), CatchUpPolicy.All, after, Noon).SequenceEqual(all.TakeLast(100))
                && DueTimes.Between(Times(text), CatchUpPolicy.Last, after, Noon).SequenceEqual(all.TakeLast(1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static CronSchedule Times(string cron) => new(CronExpression.Parse(cron).Value!, TimeZoneInfo.Utc);
}
