using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Sdk.Tests;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("1.5s", 1_500_0000)]
    [InlineData("2m", 120_000_0000)]
    [InlineData("1h30m", 5400_000_0000)]
    [InlineData("250ms", 250_0000)]
    [InlineData("7us", 70)]
    [InlineData("0", 0)]
    [InlineData("0s", 0)]
    [InlineData(" 1d12h ", 36L * 3600 * 1000_0000)]
    [InlineData("2w", 14L * 24 * 3600 * 1000_0000)]
    public void TryParse_ReadsDurations(string text, long ticks)
    {
        Assert.True(DurationText.TryParse(text, out var duration, out var mistake), mistake);
        Assert.Equal(ticks, duration.Ticks);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("-5s")]
    [InlineData(".5s")]
    [InlineData("5.s")]
    [InlineData("1.2.3s")]
    [InlineData("5 m")]
    [InlineData("5M")]
    [InlineData("30m1h")]
    [InlineData("1s1s")]
    [InlineData("1e3s")]
    [InlineData("36501d")]
    [InlineData("99999999999999999999w")]
    [InlineData("PT5M")]
    public void TryParse_RefusesOthersWithAReason(string? text)
    {
        Assert.False(DurationText.TryParse(text, out _, out var mistake));
        Assert.NotEmpty(mistake);
    }

    [Theory]
    [InlineData("1h30m")]
    [InlineData("1.5s")]
    [InlineData("250ms")]
    [InlineData("1d0.5s")]
    [InlineData("0s")]
    [InlineData("1.5us")]
    public void Format_GivesBackWhatWasRead(string text)
    {
        Assert.True(DurationText.TryParse(text, out var duration));
        Assert.Equal(text, DurationText.Format(duration));
    }

    [Fact]
    public void Format_OfAnyDuration_IsReadBackExactly() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<long>(),
            ticks =>
            {
                var duration = TimeSpan.FromTicks(Math.Abs(ticks % DurationText.Longest.Ticks));
                return DurationText.TryParse(DurationText.Format(duration), out var back) && back == duration;
            }).QuickCheckThrowOnFailure();
}
