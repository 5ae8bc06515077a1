using System.Diagnostics;
using System.Globalization;
using Atelier.Engine.Runs;
using Atelier.Storage.Sqlite;

namespace Atelier.Engine.Tests.Kills;

/// <summary>
/// Real processes on SQLite, killed at random moments: while they start, list, run and write checkpoints. <c>ATELIER_KILL_SEED</c> chooses the moments.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Items = 2000;
    private const int Kills = 50;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    [Fact]
    public void Run_KilledFiftyTimes_LosesAndDoublesNothing()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ATELIER_KILL_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount;
        var random = new Random(seed);
        output.WriteLine($"ATELIER_KILL_SEED={seed}");
        for (var kills = 0; kills < Kills;)
        {
            using var home = new KillHome();
            var here = 0;
            while (kills < Kills && KilledWithin(home, random.Next(5, 900)))
            {
                kills++;
                here++;
            }

            Finish(home);
            Check(home, here);
            output.WriteLine($"{here} kills");
        }
    }

    private static bool KilledWithin(KillHome home, int milliseconds)
    {
        using var child = home.Start(Items);
        if (child.WaitForExit(milliseconds))
        {
            Assert.True(child.ExitCode == 0, child.StandardError.ReadToEnd());
            return false;
        }

        child.Kill();
        child.WaitForExit();
        return true;
    }

    private static void Finish(KillHome home)
    {
        using var child = home.Start(Items);
        var said = child.StandardOutput.ReadToEndAsync();
        if (!child.WaitForExit(LongestRun))
        {
            child.Kill();
            Assert.Fail("the run does not end");
        }

        Assert.StartsWith($$"""succeeded {"all":{{Items}},"few":10}""", said.GetAwaiter().GetResult(), StringComparison.Ordinal);
    }

    private static void Check(KillHome home, int kills)
    {
        using var store = new SqliteRunStore(home.Database, TimeProvider.System);
        var run = new RunId(1);
        Assert.Equal((1L, RunPhase.Ended), (store.LastRun(), store.FindRun(run)!.Phase));
        var items = new List<string>();
        for (var from = 0; store.ReadItems(run, store.FindBlock(run, ScopeId.Root, 1)!.Block, from, 1000) is { Count: > 0 } page; from += page.Count)
        {
            items.AddRange(page.Where(static item => item.Outcome == Outcome.Succeeded).Select(static item => item.Key));
        }

        Assert.Equal(Enumerable.Range(0, Items).Select(static n => n.ToString("D4", CultureInfo.InvariantCulture)), items);
        var effects = home.Effects().GroupBy(static line => line).ToDictionary(static lines => lines.Key, static lines => lines.Count());
        foreach (var key in items)
        {
            Assert.InRange(effects.GetValueOrDefault($"all/a {key}"), 1, 1 + kills);
            Assert.InRange(effects.GetValueOrDefault($"all/b {key}"), 1, 1 + kills);
        }

        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(1, effects.GetValueOrDefault($"few/once {n}"));
        }
    }
}
