using Atelier.Hosting.Live;
using FsCheck;
using FsCheck.Fluent;

namespace Atelier.Hosting.Tests.Live;

public class PaceTests
{
    private const long Pause = 200;

    [Fact]
    public void Changed_AfterAPause_IsShownAtOnce()
    {
        var pace = new Pace(Pause);

        Assert.Equal(1_000, pace.Changed(1_000));
        pace.Begin(1_000);
        Assert.Null(pace.End(1_003));
        Assert.Equal(5_000, pace.Changed(5_000));
    }

    [Fact]
    public void Changed_ManyTimesWithinAPause_IsShownOnceAfterIt()
    {
        var pace = new Pace(Pause);
        pace.Changed(1_000);
        pace.Begin(1_000);
        pace.End(1_000);

        Assert.Equal(1_200, pace.Changed(1_050));
        Assert.Null(pace.Changed(1_060));
        Assert.Null(pace.Changed(1_199));
    }

    [Fact]
    public void Changed_WhileShowing_IsShownAfterIt()
    {
        var pace = new Pace(Pause);
        pace.Changed(1_000);
        pace.Begin(1_000);

        Assert.Null(pace.Changed(1_010));
        Assert.Equal(1_500, pace.End(1_500));
    }

    [Fact]
    public void Changes_AtAnyTimes_AreAllShownWithinAPauseAndNeverMoreOftenThanThat() => Prop.ForAll(
        Gen.Choose(0, 3_000).ListOf().ToArbitrary(),
        Gen.Choose(0, 90).ToArbitrary(),
        static (changes, takes) =>
        {
            var (shown, covered) = Show([.. changes.Order()], takes);
            Assert.All(shown.Zip(shown.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= Pause));
            Assert.All(covered, pair => Assert.InRange(pair.Shown - pair.Change, 0, Pause + takes));
            Assert.Equal(changes.Count, covered.Count);
        }).QuickCheckThrowOnFailure();

    // A clock of milliseconds: what is due is shown before what changes in the same one.
    private static (List<long> Shown, List<(long Change, long Shown)> Covered) Show(List<int> changes, long takes)
    {
        var pace = new Pace(Pause);
        var shown = new List<long>();
        var covered = new List<(long, long)>();
        var open = new List<long>();
        long? due = null;
        long? ends = null;
        for (var now = 0L; now < 4_000; now++)
        {
            if (ends == now)
            {
                ends = null;
                due = pace.End(now);
            }

            foreach (var _ in changes.Where(change => change == now))
            {
                open.Add(now);
                due = pace.Changed(now) ?? due;
            }

            if (due <= now && ends is null)
            {
                due = null;
                pace.Begin(now);
                shown.Add(now);
                covered.AddRange(open.Select(change => (change, now)));
                open.Clear();
                ends = now + Math.Max(1, takes);
            }
        }

        return (shown, covered);
    }
}
