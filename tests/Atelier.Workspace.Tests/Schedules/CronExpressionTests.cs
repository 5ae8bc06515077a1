using Atelier.Workspace.Schedules;
using FsCheck;
using FsCheck.Fluent;

namespace Atelier.Workspace.Tests.Schedules;

public class CronExpressionTests
{
    [Theory]
    [InlineData("* * * * *")]
    [InlineData("*/15 0-23/2 1,15 jan-mar,DEC Mon-Fri")]
    [InlineData("0 0 29 2 *")]
    [InlineData("  5\t4  * * 7 ")]
    [InlineData("@daily")]
    [InlineData("@Hourly")]
    [InlineData("0 0 31 2 mon")]
    public void Parse_WhatCronTakes_IsTaken(string text) => Assert.True(CronExpression.Parse(text).Done);

    [Theory]
    [InlineData("", "five fields")]
    [InlineData("* * * *", "here are 4")]
    [InlineData("* * * * * *", "here are 6")]
    [InlineData("60 * * * *", "minute `60`")]
    [InlineData("* 24 * * *", "hour `24`")]
    [InlineData("* * 0 * *", "day of month `0`")]
    [InlineData("* * * 13 *", "jan feb")]
    [InlineData("* * * * 8", "day of week `8`")]
    [InlineData("* * * * fri-mon", "goes backwards")]
    [InlineData("*/0 * * * *", "no step")]
    [InlineData("*/99 * * * *", "no step")]
    [InlineData("5/15 * * * *", "`5-59/15`")]
    [InlineData("1,,2 * * * *", "minute")]
    [InlineData("1- * * * *", "minute")]
    [InlineData("+1 * * * *", "minute")]
    [InlineData("٣ * * * *", "minute")]
    [InlineData("@reboot", "no time")]
    [InlineData("@noon", "@daily")]
    public void Parse_WhatItDoesNotTake_SaysWhereAndWhy(string text, string says)
    {
        var refusal = CronExpression.Parse(text).Refusal!;

        Assert.Equal(WorkspaceCodes.CronRefused, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 0 31 2 *")]
    [InlineData("0 0 30 2 *")]
    [InlineData("0 0 31 4,6,9,11 *")]
    [InlineData("0 0 31 2 */2")]
    public void Parse_DaysThatNeverCome_IsRefused(string text) => Assert.Equal(WorkspaceCodes.CronNeverFires, CronExpression.Parse(text).Refusal!.Code);

    [Fact]
    public void Parse_AnyText_NeverThrows() =>
        Prop.ForAll(Gen.ListOf(Gen.Elements("*", "/", "-", ",", " ", "0", "5", "59", "7", "mon", "jan", "@daily", "\t", "é", "99999999999999999999")).Select(string.Concat).ToArbitrary(), text =>
            CronExpression.Parse(text) is { Done: true } or { Refusal: not null }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Theory]
    [InlineData("0 12 13 * fri", "2026-11-13", true)]
    [InlineData("0 12 13 * fri", "2026-11-20", true)]
    [InlineData("0 12 13 * fri", "2026-12-13", true)]
    [InlineData("0 12 13 * fri", "2026-12-14", false)]
    [InlineData("0 12 * * fri", "2026-11-20", true)]
    [InlineData("0 12 * * fri", "2026-11-21", false)]
    [InlineData("0 12 */2 * fri", "2026-11-13", true)]
    [InlineData("0 12 */2 * fri", "2026-11-20", false)]
    [InlineData("0 12 1-31 * fri", "2026-11-21", true)]
    [InlineData("0 12 * * 0", "2026-11-22", true)]
    [InlineData("0 12 * * 7", "2026-11-22", true)]
    [InlineData("0 12 * * 5-7", "2026-11-22", true)]
    public void HasDay_OfTwoDayFields_FollowsTheRuleOfCron(string text, string day, bool has) => Assert.Equal(has, CronExpression.Parse(text).Value!.HasDay(DateOnly.Parse(day)));

    [Theory]
    [InlineData("* * * * *", "every minute")]
    [InlineData("*/15 * * * *", "every 15 minutes")]
    [InlineData("5 * * * *", "every hour at minute 5")]
    [InlineData("30 6 * * mon-fri", "at 06:30 on Monday to Friday")]
    [InlineData("0 6,18 * * *", "at 06:00 and 18:00")]
    [InlineData("@daily", "at 00:00")]
    [InlineData("@monthly", "at 00:00 on day 1 of the month")]
    [InlineData("@yearly", "at 00:00 on day 1 of the month in January")]
    [InlineData("0 12 13 * fri", "at 12:00 on day 13 of the month or on Friday")]
    [InlineData("0 12 */10 * fri", "at 12:00 on day 1, 11, 21 and 31 of the month that is also on Friday")]
    [InlineData("0 12 1-31 * fri", "at 12:00")]
    [InlineData("*/10 8-18 * * *", "every 10 minutes of hour 8 to 18")]
    public void Words_OfAnExpression_SayWhenItIsDue(string text, string words) => Assert.Equal(words, CronWords.Of(CronExpression.Parse(text).Value!));
}
