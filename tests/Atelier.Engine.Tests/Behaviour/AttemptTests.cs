using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class AttemptTests
{
    [Fact]
    public void Retry_TransientFailures_WaitLongerEachTime()
    {
        using var engine = new DrivenEngine();
        var at = new List<long>();
        engine.On("t.flaky", call =>
        {
            at.Add(engine.Time.Milliseconds);
            return call.Attempt < 4 ? StepFailure.Transient("T1", "later") : Call.Value(call.Attempt);
        });
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.flaky, with: {}, retry: { attempts: 4, delay: 1s, max_delay: 3s } }
            outputs: { x: "${x}" }
            """);
        Assert.Equal("""{"x":4}""", run.Output);
        Assert.Equal([1000, 2000, 3000], at.Zip(at.Skip(1), static (a, b) => b - a));
    }

    [Fact]
    public void Retry_AskedToWaitLonger_Does()
    {
        using var engine = new DrivenEngine();
        var at = new List<long>();
        engine.On("t.flaky", call =>
        {
            at.Add(engine.Time.Milliseconds);
            return call.Attempt == 1 ? StepFailure.Transient("T1", "later", retryAfter: TimeSpan.FromSeconds(90)) : Call.Value(1);
        });
        engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.flaky, with: {} }
            """);
        Assert.Equal(90_000, at[1] - at[0]);
    }

    [Fact]
    public void Retry_UsedUp_FailsWithTheLastAttempt()
    {
        using var engine = new DrivenEngine();
        engine.On("t.bad", static call => StepFailure.Transient("T1", $"try {call.Attempt}"));
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.bad, with: {} }
            """);
        Assert.Equal(("try 3", 3), (run.Errors[0].Failure.Message, run.Errors[0].Attempt));
    }

    [Fact]
    public void Retry_RestartsBetweenAttempts_CountsOn()
    {
        using var engine = new DrivenEngine();
        var attempts = new List<int>();
        engine.On("t.bad", call =>
        {
            attempts.Add(call.Attempt);
            return call.Attempt < 4 ? StepFailure.Transient("T1", "later") : Call.Value(1);
        });
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.bad, with: {}, retry: { attempts: 4 } }
            """);
        for (var n = 0; n < 4; n++)
        {
            engine.Settle();
            engine.Restart();
            engine.Settle();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(Outcome.Succeeded, engine.Finish(run).Outcome);
        Assert.Equal([1, 2, 3, 4], attempts);
    }

    [Fact]
    public void Timeout_BodyHangs_IsRetriedThenFails()
    {
        using var engine = new DrivenEngine();
        engine.AddHanging("t.hang");
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.hang, with: {}, timeout: 5s, retry: { attempts: 2, delay: 1s } }
            """);
        Assert.Equal(("ATL2121", 2), (run.Codes, run.Errors[0].Attempt));
        Assert.Equal(11_000, run.Row.Changed - run.Row.Started);
    }

    [Fact]
    public void TotalTimeout_RetriesGoOn_EndsInTime()
    {
        using var engine = new DrivenEngine();
        engine.On("t.bad", static _ => StepFailure.Transient("T1", "later"));
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.bad, with: {}, total_timeout: 10s, retry: { attempts: 100, delay: 1s } }
            """);
        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.True(run.Row.Changed - run.Row.Started <= 10_000);
    }

    [Fact]
    public void TotalTimeout_BodyHangs_EndsInTime()
    {
        using var engine = new DrivenEngine();
        engine.AddHanging("t.hang");
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.hang, with: {}, total_timeout: 10s }
            """);
        Assert.Equal(("ATL2123", 10_000L), (run.Codes, run.Row.Changed - run.Row.Started));
    }

    [Fact]
    public void NotIdempotent_CutOff_ParksUntilResolved()
    {
        using var engine = new DrivenEngine();
        engine.AddHanging("t.once");
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.once, with: {}, idempotent: false }
            outputs: { x: "${x}" }
            """);
        engine.Settle();
        Assert.True(engine.Held[0].Hangs);
        engine.Restart();
        engine.Settle();
        Assert.Empty(engine.Held);
        Assert.True(engine.Ask(engine.Engine.ResolveAsync(run, "x", null, Resolution.Done, "5"u8.ToArray())));
        Assert.Equal("""{"x":5}""", engine.Finish(run).Output);
    }

    [Fact]
    public void NotIdempotent_CutOffAfterARetry_Parks()
    {
        using var engine = new DrivenEngine();
        var calls = 0;
        engine.Add(new ScriptedAction("t.once", async (call, token) =>
        {
            if (++calls == 1)
            {
                return StepFailure.Transient("T1", "not begun");
            }

            engine.Held.Single(held => held.Body.Address == call.Context.Address).Hangs = true;
            var cancelled = new TaskCompletionSource();
            await using var registration = token.Register(cancelled.SetResult);
            await cancelled.Task;
            throw new OperationCanceledException(token);
        }));
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.once, with: {}, idempotent: false }
            """);
        engine.DriveUntil(() => engine.Held.Exists(static held => held.Hangs));
        engine.Restart();
        engine.Settle();
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        engine.Settle();
        Assert.Equal(2, calls);
        Assert.True(engine.Ask(engine.Engine.ResolveAsync(run, "x", null, Resolution.Fail, null)));
        Assert.Equal(Outcome.Failed, engine.Finish(run).Outcome);
    }

    [Fact]
    public void NotIdempotent_EffectUnknown_ParksInsteadOfRetrying()
    {
        using var engine = new DrivenEngine();
        var calls = 0;
        engine.On("t.once", _ =>
        {
            calls++;
            return StepFailure.Transient("T1", "connection lost") with { Effect = FailureEffect.Unknown };
        });
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.once, with: {}, idempotent: false }
            """);
        engine.Settle();
        engine.Time.Advance(TimeSpan.FromHours(1));
        engine.Settle();
        Assert.Equal(1, calls);
        Assert.True(engine.Ask(engine.Engine.ResolveAsync(run, "x", null, Resolution.Again, null)));
        engine.Settle();
        Assert.Equal(2, calls);
    }

    [Fact]
    public void CutOff_ThreeTimes_Parks()
    {
        using var engine = new DrivenEngine();
        engine.AddHanging("t.host");
        engine.Add(new ScriptedAction("t.host", ((ScriptedAction)engine.Registry.Get("t.host")!).Body) { Start = StartRecord.Unawaited });
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.host, with: {} }
            """);
        for (var n = 0; n < 3; n++)
        {
            engine.Settle();
            Assert.Single(engine.Held);
            engine.Restart();
        }

        engine.Settle();
        Assert.Empty(engine.Held);
        var look = engine.Ask(engine.Engine.LookAsync(run))!;
        Assert.Contains("cut off 3 times", Assert.Single(look.WaitsFor), StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_ComesTwice_CountsOnce()
    {
        using var engine = new DrivenEngine();
        engine.On("t.work", static _ => Call.Value(1));
        var deliver = engine.Engine.Parts.Effects.Post;
        engine.Engine.Parts.Effects.Post = work =>
        {
            deliver(work);
            deliver(work);
        };
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: t.work, with: {} }
              - { id: y, uses: t.work, with: {} }
            """);
        Assert.Equal((Outcome.Succeeded, "succeeded succeeded"), (run.Outcome, run.Steps));
    }
}
