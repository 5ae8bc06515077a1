using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class BreakerTests
{
    private const string Source = """
        name: t
        steps:
          - { id: find, uses: t.rows, with: {} }
          - id: all
            for_each: ${find}
            on_item_failure: quarantine
            steps:
              - { id: ask, uses: t.ask, with: {} }
        outputs: { s: "${all.succeeded}", f: "${all.failed}" }
        """;

    [Fact]
    public void Server_IsOffForTwentySeconds_NothingIsSpentAndWorkGoesOn()
    {
        using var engine = new DrivenEngine(slots: 16);
        var (from, until) = (engine.Time.Milliseconds + 1_000, engine.Time.Milliseconds + 21_000);
        var (calls, whileOff, first, attempts) = (0, 0, 0L, 0);
        engine.Add(new ScriptedAction("t.ask", (call, _) =>
        {
            calls++;
            attempts = Math.Max(attempts, call.Attempt);
            var now = engine.Time.Milliseconds;
            if (now >= from && now < until)
            {
                whileOff++;
                return new(StepFailure.Unavailable("T1", "refused", "http://server"));
            }

            first = first == 0 && now >= until ? now : first;
            return new(Call.Value(1));
        })
        { Endpoint = static _ => "http://server" });
        engine.Add(new ScriptedSource("t.rows", 1000, static () => [.. Enumerable.Range(0, 1000).Select(static n => ($"k{n:D4}", (object)n))]));
        var run = engine.Start(Source);
        while (engine.Store.FindRun(run)!.Phase != RunPhase.Ended)
        {
            // Twenty bodies, then a tenth of a second: a server that answers 200 requests a second.
            for (var most = calls + 20; calls < most && engine.Step();)
            {
            }

            engine.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal("""{"s":1000,"f":0}""", engine.End(run).Output);
        Assert.Equal(1, attempts);
        Assert.InRange(whileOff, 1, 49);
        Assert.InRange(first, until, until + 2000);
    }

    [Fact]
    public void Server_IsOffAndTheOwnerEnds_TheNextOneAsksAgain()
    {
        using var engine = new DrivenEngine();
        var off = true;
        engine.Add(new ScriptedAction("t.ask", (_, _) => new(off ? StepFailure.Unavailable("T1", "refused", "http://server") : Call.Value(1))) { Endpoint = static _ => "http://server" });
        var run = engine.Start("""
            name: t
            steps:
              - { id: ask, uses: t.ask, with: {} }
            """);
        engine.Settle();
        engine.Restart();
        engine.Settle();
        off = false;
        var ended = engine.Finish(run);
        Assert.Equal(Outcome.Succeeded, ended.Outcome);
        Assert.All(engine.Store.ReadAttempts(run, [ScopeId.Root]), static attempt => Assert.Equal(1, attempt.Attempt));
    }
}
