using Atelier.Workspace.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace Atelier.Workspace.Tests.Schedules;

public class CronScheduleTests
{
    [Fact]
    public void Next_TimeThatClocksJumpOver_IsDueOnceAtTheJump()
    {
        // On 29 March 2026 clocks in Berlin went from 02:00 to 03:00, which is 01:00 UTC.
        Assert.Equal(["2026-03-28T01:30Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z"], Next("30 2 * * *", "Europe/Berlin", "2026-03-27T12:00Z", 3));
        Assert.Equal(["2026-03-29T01:00Z", "2026-03-30T00:00Z"], Next("*/20 2 * * *", "Europe/Berlin", "2026-03-28T02:00Z", 2));
        Assert.Equal(["2026-03-29T01:00Z", "2026-03-30T00:00Z", "2026-03-30T01:00Z"], Next("0 2,3 * * *", "Europe/Berlin", "2026-03-28T12:00Z", 3));
    }

    [Fact]
    public void Next_TimeThatComesTwice_IsDueOnce()
    {
        // On 25 October 2026 clocks in Berlin went from 03:00 back to 02:00, at 01:00 UTC.
        Assert.Equal(["2026-10-24T00:30Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z"], Next("30 2 * * *", "Europe/Berlin", "2026-10-23T12:00Z", 3));
        Assert.Equal(["2026-10-25T00:30Z", "2026-10-26T01:30Z"], Next("30 2 * * *", "Europe/Berlin", "2026-10-25T00:29Z", 2));
        Assert.Equal(["2026-10-26T01:30Z"], Next("30 2 * * *", "Europe/Berlin", "2026-10-25T00:45Z", 1));
    }

    [Fact]
    public void Next_EveryHour_GoesByHoursThatPass()
    {
        Assert.Equal(["2026-03-28T23:00Z", "2026-03-29T00:00Z", "2026-03-29T01:00Z", "2026-03-29T02:00Z"], Next("0 * * * *", "Europe/Berlin", "2026-03-28T22:30Z", 4));
        Assert.Equal(["2026-10-24T23:30Z", "2026-10-25T00:30Z", "2026-10-25T01:30Z", "2026-10-25T02:30Z"], Next("30 * * * *", "Europe/Berlin", "2026-10-24T23:00Z", 4));
    }

    [Fact]
    public void Next_HalfAnHourAndWholeDaysLeftOut_AreJumpsLikeAnyOther()
    {
        // Lord Howe goes from 02:00 to 02:30; Apia had no 30 December 2011.
        Assert.Equal(["2026-10-03T15:30Z", "2026-10-04T15:15Z"], Next("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00Z", 2));
        Assert.Equal(["2011-12-29T22:00Z", "2011-12-30T10:00Z", "2011-12-30T22:00Z"], Next("0 12 * * *", "Pacific/Apia", "2011-12-29T00:00Z", 3));
    }

    [Fact]
    public void Next_LeapDayOnAGivenWeekday_IsFoundYearsAhead()
    {
        Assert.Equal(["2032-02-29T00:00Z", "2060-02-29T00:00Z"], Next("0 0 29 2 */7", "UTC", "2026-01-01T00:00Z", 2));
        Assert.Equal(["2096-02-29T00:00Z", "2104-02-29T00:00Z"], Next("0 0 29 2 *", "UTC", "2095-01-01T00:00Z", 2));
    }

    [Fact]
    public void Next_FromWithinAMinute_IsTheNextWholeOne()
    {
        Assert.Equal(["2026-11-21T10:01Z"], Next("* * * * *", "UTC", "2026-11-21T10:00:00Z", 1));
        Assert.Equal(["2026-11-21T10:01Z"], Next("* * * * *", "UTC", "2026-11-21T10:00:59.9Z", 1));
        Assert.Equal(["2026-11-21T10:30Z"], Next("30 10 * * *", "UTC", "2026-11-21T10:29:59.999Z", 1));
        Assert.Equal(["2026-11-22T10:30Z"], Next("30 10 * * *", "UTC", "2026-11-21T10:30:00Z", 1));
    }

    [Fact]
    public void Zone_UnknownOrNoName_SaysSo()
    {
        Assert.Equal(WorkspaceCodes.ZoneUnknown, ScheduleZone.Find("Mars/Olympus").Refusal!.Code);
        Assert.Equal(WorkspaceCodes.ZoneUnknown, ScheduleZone.Find("../../etc/passwd").Refusal!.Code);
        Assert.Equal(WorkspaceCodes.ZoneUnknown, ScheduleZone.Find("europe/berlin").Refusal?.Code ?? WorkspaceCodes.ZoneUnknown);
        Assert.Same(TimeZoneInfo.Utc, ScheduleZone.Find("UTC").Value);
    }

    [Fact]
    public void Next_AnyExpressionAnyZone_IsWhatAMinuteStepperFinds()
    {
        var zones = Zones.Known();
        var places = from zone in Gen.Elements<TimeZoneInfo>(zones)
                     from cron in Crons
                     from start in Starts(zone)
                     select (zone, cron, start);
        Prop.ForAll(places.ToArbitrary(), place =>
        {
            var (zone, text, start) = place;
            if (CronExpression.Parse(text) is not { Done: true, Value: var cron })
            {
                return true;
            }

            var until = start.AddDays(4);
            var found = new CronSchedule(cron, zone).After(start).TakeWhile(due => due < until).ToList();
            var expected = MinuteStepper.Due(cron, zone, start, until);
            return found.SequenceEqual(expected) ? true : throw new InvalidOperationException($"{text} in {zone.Id} after {start:u}: {string.Join(' ', found)} instead of {string.Join(' ', expected)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static Gen<string> Crons
    {
        get
        {
            var minute = Gen.Frequency((2, Gen.Constant("0")), (2, Gen.Elements("30", "*/20", "15,45", "59")), (1, Gen.Constant("*")), (1, Gen.Choose(0, 59).Select(static value => $"{value}")));
            var hour = Gen.Frequency((2, Gen.Constant("*")), (3, Gen.Elements("0", "1", "2", "3", "23", "2,3", "1-3", "*/2", "0-23", "*/3")), (1, Gen.Choose(0, 23).Select(static value => $"{value}")));
            var day = Gen.Frequency((5, Gen.Constant("*")), (1, Gen.Elements("*/2", "25-31", "1-7", "29")));
            var weekday = Gen.Frequency((5, Gen.Constant("*")), (1, Gen.Elements("sun", "0,6", "mon-fri", "*/2")));
            return from m in minute from h in hour from d in day from w in weekday select $"{m} {h} {d} * {w}";
        }
    }

    // Mostly around changes of the clock, where mistakes are.
    private static Gen<DateTimeOffset> Starts(TimeZoneInfo zone)
    {
        var changes = Zones.Changes(zone);
        var anywhere = Gen.Choose(0, 3 * 365 * 1440).Select(static minutes => new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes));
        return changes.Count == 0
            ? anywhere
            : Gen.Frequency((1, anywhere), (5, Gen.Elements<DateTimeOffset>(changes).SelectMany(change => Gen.Choose(-3_000, 120).Select(minutes => change.AddMinutes(minutes)))));
    }

    private static IEnumerable<string> Next(string cron, string zone, string after, int count)
    {
        if (!ScheduleZone.Find(zone).Done)
        {
            Assert.Skip($"this machine has no time zone {zone}");
        }

        return new CronSchedule(CronExpression.Parse(cron).Value!, ScheduleZone.Find(zone).Value!).Next(DateTimeOffset.Parse(after), count).Select(static due => due.UtcDateTime.ToString("yyyy-MM-ddTHH:mmZ"));
    }
}
