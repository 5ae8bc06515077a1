using System.Text.Json;
using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

/// <summary>Bodies in the hands of remote workers.</summary>
public sealed class LeaseTests
{
    private const string OneStep = """
        name: t
        steps:
          - { id: x, uses: t.far, queue: remote, with: { n: 1 } }
        outputs: { x: "${x}" }
        """;

    private static DrivenEngine EngineWith(params ScriptedAction[] actions)
    {
        var engine = new DrivenEngine();
        foreach (var action in actions)
        {
            engine.Add(action);
        }

        return engine;
    }

    private static ScriptedAction Far(string name = "t.far") => new(name, static (_, _) => throw new InvalidOperationException("it ran here"));

    [Fact]
    public void Claim_OfAQueuedBody_GivesItsInputAndTakesItsOutput()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");

        var offer = Assert.Single(worker.Claim());
        Assert.Equal("""{"n":1}""", DrivenWorker.InputOf(offer).GetRawText());
        Assert.Equal(("t.far", "x", 1), (offer.Action, offer.Address.StepPath, offer.Address.Attempt));
        Assert.True(worker.Complete(offer, 42));

        Assert.Equal("""{"x":42}""", engine.Finish(run).Output);
    }

    [Fact]
    public void Claim_BodyHandedOver_ItsStartIsDurableBefore()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        new DrivenWorker(engine, "w", "t.far").Claim();

        Assert.Contains(engine.Store.Load(run)!.Attempts, static attempt => attempt is { State: AttemptState.Started, Attempt: 1 });
    }

    [Fact]
    public void Claim_OfAnActionOrQueueThatTheWorkerLacks_GivesNothing()
    {
        using var engine = EngineWith(Far());
        engine.Start(OneStep);
        engine.Settle();

        Assert.Empty(new DrivenWorker(engine, "w", "t.other").Claim());
        Assert.Empty(new DrivenWorker(engine, "w", "t.far") { Queues = ["cpu"] }.Claim());
    }

    [Fact]
    public void Look_AtABodyForWhichNoWorkerCame_SaysSo()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        engine.Settle();
        var activity = engine.Ask(engine.Engine.LookAsync(run))!;
        Assert.Equal(["x: a worker of queue `remote`"], activity.WaitsFor);
        Assert.Empty(activity.Running);

        new DrivenWorker(engine, "w", "t.far").Claim();
        activity = engine.Ask(engine.Engine.LookAsync(run))!;
        Assert.Empty(activity.WaitsFor);
        Assert.Equal(["x"], activity.Running);
    }

    [Fact]
    public void WaitingClaim_OfAnEmptyQueue_IsAnsweredWhenABodyComes()
    {
        using var engine = EngineWith(Far());
        var worker = new DrivenWorker(engine, "w", "t.far");
        var claim = worker.StartClaim(4, wait: 30);
        engine.Settle();
        Assert.False(claim.IsCompleted);

        engine.Start(OneStep);
        engine.DriveUntil(() => claim.IsCompleted, advance: false);
        Assert.Single(engine.Ask(claim));
    }

    [Fact]
    public void WaitingClaim_WhoseTimeIsUp_IsEmpty()
    {
        using var engine = EngineWith(Far());
        var claim = new DrivenWorker(engine, "w", "t.far").StartClaim(4, wait: 30);
        engine.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(claim.IsCompleted);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        engine.DriveUntil(() => claim.IsCompleted, advance: false);
        Assert.Empty(engine.Ask(claim));
    }

    [Fact]
    public void WaitingClaim_GivenUp_LeavesItsBodiesToTheNext()
    {
        using var engine = EngineWith(Far());
        using var gone = new CancellationTokenSource();
        var worker = new DrivenWorker(engine, "w", "t.far");
        var claim = worker.StartClaim(1, wait: 30, gone.Token);
        engine.Start(OneStep);
        gone.Cancel();
        engine.DriveUntil(() => claim.IsCompleted, advance: false);
        Assert.Empty(engine.Ask(claim));

        claim = new DrivenWorker(engine, "other", "t.far").StartClaim(1, wait: 30);
        Assert.Single(engine.Ask(claim));
    }

    [Fact]
    public void Lease_KeptByHeartbeats_OutlastsItsTime()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        for (var beat = 0; beat < 10; beat++)
        {
            engine.Time.Advance(TimeSpan.FromSeconds(20));
            Assert.Equal(LeaseState.Held, worker.Beat(offer.Lease, $"line {beat}"));
        }

        Assert.True(worker.Complete(offer, 1));
        engine.Finish(run);
        Assert.Equal("line 9", engine.Lines[^1].Text);
    }

    [Fact]
    public void Lease_NotHeardOf_GoesToAnotherAsANewAttempt()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "one", "t.far");
        var lost = Assert.Single(worker.Claim());
        engine.Time.Advance(TimeSpan.FromSeconds(30));
        engine.Settle();
        Assert.Equal(LeaseState.Lost, worker.Beat(lost.Lease));

        var again = Assert.Single(new DrivenWorker(engine, "two", "t.far").Claim());
        Assert.Equal(2, again.Address.Attempt);
        Assert.Equal(lost.IdempotencyKey, again.IdempotencyKey);
        var attempt = engine.Store.Load(run)!.Attempts.First(static row => row.Attempt == 1);
        Assert.Equal(AttemptState.CutOff, attempt.State);
        Assert.Equal("the worker `one` was not heard of for 30 s", OutcomeDetail.FromJson(attempt.Detail)!.Failure!.Message);
    }

    [Fact]
    public void StoppedWorker_WhoseItemAnotherDid_IsRefusedWithOneOutcome_AThousandTimes()
    {
        using var engine = EngineWith(Far());
        engine.Add(new ScriptedSource("t.rows", 250, static () => [.. Enumerable.Range(0, 1000).Select(static n => ($"k{n:D4}", (object)n))]));
        var run = engine.Start("""
            name: t
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                as: n
                window: 50
                steps:
                  - { id: x, uses: t.far, queue: remote, with: { n: "${n}" } }
                yield: "${x}"
            outputs: { done: "${all.succeeded}" }
            """);
        var stopped = new DrivenWorker(engine, "stopped", "t.far");
        var other = new DrivenWorker(engine, "other", "t.far");
        engine.Settle();
        for (var done = 0; done < 1000;)
        {
            var lost = stopped.Claim(50);
            engine.Time.Advance(TimeSpan.FromSeconds(31));
            engine.Settle();
            var taken = other.Claim(50);
            Assert.Equal(lost.Select(static offer => offer.Address.Key).Order(), taken.Select(static offer => offer.Address.Key).Order());
            var resumesFirst = done % 100 == 0;
            foreach (var offer in taken)
            {
                var old = lost.Single(known => known.Address.Key == offer.Address.Key);
                Assert.False(resumesFirst && stopped.Complete(old, "stopped"));
                Assert.True(other.Complete(offer, "other"));
                Assert.False(stopped.Complete(old, "stopped"));
                done++;
            }
        }

        Assert.Equal("""{"done":1000}""", engine.Finish(run).Output);
        var ends = engine.Memory.ReadItems(run, 1, 0, 2000);
        Assert.Equal(1000, ends.Count);
        Assert.All(ends, static item => Assert.Equal("\"other\"", JsonElement.Parse(item.Output!).GetRawText()));
    }

    [Fact]
    public void Completion_AfterTheLeasesTimeButBeforeItWasTaken_IsRefusedOnceItWasGivenUp()
    {
        using var engine = EngineWith(Far());
        engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        engine.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.False(worker.Complete(offer, 1));
    }

    [Fact]
    public void Completion_SaidTwice_IsAnsweredAlike()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        Assert.True(worker.Complete(offer, 1));
        Assert.True(worker.Complete(offer, 2));
        Assert.Equal(LeaseState.Held, worker.Beat(offer.Lease));
        Assert.Equal("""{"x":1}""", engine.Finish(run).Output);
        Assert.False(new DrivenWorker(engine, "v", "t.far").Complete(offer, 3));
    }

    [Fact]
    public void Lease_NotHeardOfThreeTimes_Parks()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, Assert.Single(new DrivenWorker(engine, $"w{attempt}", "t.far").Claim()).Address.Attempt);
            engine.Time.Advance(TimeSpan.FromSeconds(30));
            engine.Settle();
        }

        var activity = engine.Ask(engine.Engine.LookAsync(run))!;
        Assert.StartsWith("x: was cut off 3 times", Assert.Single(activity.WaitsFor), StringComparison.Ordinal);
        Assert.True(engine.Ask(engine.Engine.ResolveAsync(run, "x", null, Resolution.Again, null)));
        var worker = new DrivenWorker(engine, "last", "t.far");
        Assert.True(worker.Complete(Assert.Single(worker.Claim()), 1));
        engine.Finish(run);
    }

    [Fact]
    public void Lease_OfAStepThatMustNotRunTwice_ParksWhenItIsLost()
    {
        using var engine = EngineWith(new ScriptedAction("t.far", static (_, _) => throw new InvalidOperationException()) { Idempotent = false });
        var run = engine.Start(OneStep);
        new DrivenWorker(engine, "w", "t.far").Claim();
        engine.Time.Advance(TimeSpan.FromSeconds(30));
        engine.Settle();

        Assert.Contains("may have taken effect", Assert.Single(engine.Ask(engine.Engine.LookAsync(run))!.WaitsFor), StringComparison.Ordinal);
        Assert.Empty(new DrivenWorker(engine, "v", "t.far").Claim());
    }

    [Fact]
    public void HandedBack_BeforeItBegan_SpendsNoAttempt()
    {
        using var engine = EngineWith(new ScriptedAction("t.far", static (_, _) => throw new InvalidOperationException()) { Idempotent = false });
        engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        Assert.True(worker.End(Assert.Single(worker.Claim()), new LeaseEnd.HandedBack(Begun: false)));

        Assert.Equal(1, Assert.Single(new DrivenWorker(engine, "v", "t.far").Claim()).Address.Attempt);
    }

    [Fact]
    public void Cancel_OfTheRun_ReachesTheWorkerWithItsHeartbeat()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        var cancelled = engine.Engine.CancelAsync(run);
        engine.Settle();
        Assert.True(cancelled.IsCompleted);
        Assert.Equal(LeaseState.Cancelled, worker.Beat(offer.Lease));
        Assert.True(worker.End(offer, new LeaseEnd.Cancelled()));
        Assert.Equal(Outcome.Cancelled, engine.Finish(run).Row.Outcome);
    }

    [Fact]
    public void Cancel_OfARunWhoseWorkerIsDeaf_EndsAfterTheGrace()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        _ = engine.Engine.CancelAsync(run);
        Assert.Equal(Outcome.Cancelled, engine.Finish(run).Row.Outcome);
        Assert.False(worker.Complete(offer, 1));
    }

    [Fact]
    public void Cancel_OfARunThatNoWorkerCameFor_EndsIt()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        engine.Settle();
        _ = engine.Engine.CancelAsync(run);
        Assert.Equal(Outcome.Cancelled, engine.Finish(run).Row.Outcome);
        Assert.Empty(new DrivenWorker(engine, "w", "t.far").Claim());
    }

    [Fact]
    public void Timeout_OfTheStep_HoldsForWorkers()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.far, queue: remote, with: { n: 1 }, timeout: 5s, retry: { attempts: 1 } }
            """);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        Assert.Equal(TimeSpan.FromSeconds(5), offer.Timeout);
        var failure = engine.Finish(run).Errors[0].Failure;
        Assert.Equal("ATL2121", failure.Code);
        Assert.False(worker.Complete(offer, 1));
    }

    [Fact]
    public void RecordedResult_OfAnEarlierRun_NeedsNoWorker()
    {
        using var engine = EngineWith(new ScriptedAction("t.far", static (_, _) => throw new InvalidOperationException()) { Reuse = ReuseClass.Pure });
        var first = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        Assert.True(worker.Complete(Assert.Single(worker.Claim()), 7));
        engine.Finish(first);

        var second = engine.Start(OneStep);
        var claim = worker.StartClaim(1, wait: 30);
        Assert.Equal("""{"x":7}""", engine.Finish(second).Output);
        Assert.False(claim.IsCompleted);
    }

    [Fact]
    public void Secret_OfTheInput_GoesToTheWorkerAndComesBackMasked()
    {
        using var engine = EngineWith(Far());
        engine.SecretValues["key"] = "very-secret";
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.far, queue: remote, with: { key: "${secrets.key}" } }
            outputs: { x: "${x}" }
            """);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var offer = Assert.Single(worker.Claim());
        Assert.Equal("very-secret", DrivenWorker.InputOf(offer).GetProperty("key").GetString());
        worker.Beat(offer.Lease, "it is very-secret");
        Assert.True(worker.Complete(offer, "found very-secret"));

        Assert.Equal("""{"x":"found ***"}""", engine.Finish(run).Output);
        Assert.Equal("it is ***", engine.Lines[^1].Text);
    }

    [Fact]
    public void Failure_OfAWorker_IsRetriedByTheStepsPolicy()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        Assert.True(worker.Fail(Assert.Single(worker.Claim()), StepFailure.Transient("W1", "later")));
        var claim = worker.StartClaim(1, wait: 30);
        engine.DriveUntil(() => claim.IsCompleted);
        Assert.True(worker.Complete(Assert.Single(engine.Ask(claim)), 2));
        Assert.Equal("""{"x":2}""", engine.Finish(run).Output);
    }

    [Fact]
    public void Output_ThatTheActionRefuses_FailsTheStep()
    {
        using var engine = EngineWith(new ScriptedAction("t.far", static (_, _) => throw new InvalidOperationException()) { Check = static _ => StepFailure.Permanent("T9", "not like that") });
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        Assert.True(worker.Complete(Assert.Single(worker.Claim()), 2));
        Assert.Equal("T9", engine.Finish(run).Errors[0].Failure.Code);
    }

    [Theory]
    [InlineData("""{"$artifact":"sha256:0000000000000000000000000000000000000000000000000000000000000000","mediaType":"text/plain"}""", "ATL2164")]
    [InlineData("""{"$artifact":"sha256:../../etc/passwd","mediaType":"text/plain"}""", "ATL2164")]
    [InlineData("""[{"a":{"$artifact":"sha256:0000000000000000000000000000000000000000000000000000000000000000","mediaType":"text/plain","path":"/etc/passwd"}}]""", "ATL2163")]
    public void Output_WithAnArtifactThatIsNotThere_FailsTheStep(string output, string code)
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        Assert.True(worker.End(Assert.Single(worker.Claim()), new LeaseEnd.Result(new ActionResult<JsonElement>.Succeeded(JsonElement.Parse(output)))));
        Assert.Equal(code, engine.Finish(run).Errors[0].Failure.Code);
    }

    [Fact]
    public void Restart_OfTheOwner_RefusesOldLeasesAndGivesTheStepAgain()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        var old = Assert.Single(worker.Claim());
        engine.Restart();
        engine.Settle();
        Assert.False(worker.Complete(old, "old"));

        var offer = Assert.Single(worker.Claim());
        Assert.NotEqual(old.Lease, offer.Lease);
        Assert.True(worker.Complete(offer, "new"));
        Assert.Equal("""{"x":"new"}""", engine.Finish(run).Output);
    }

    [Fact]
    public void Stop_OfTheOwner_LeavesTheAttemptUnspent()
    {
        using var engine = EngineWith(Far());
        var run = engine.Start(OneStep);
        var worker = new DrivenWorker(engine, "w", "t.far");
        Assert.Single(worker.Claim());
        var waiting = worker.StartClaim(1, wait: 30);
        engine.Loop.StopBodies();
        engine.Settle();

        Assert.Empty(engine.Ask(waiting));
        Assert.Contains(engine.Store.Load(run)!.Attempts, static attempt => attempt is { State: AttemptState.Released, Attempt: 1 });
    }

    [Fact]
    public void ClaimOfAServedQueue_WhenItsSlotsAreTaken_TakesWhatWaits()
    {
        using var engine = new DrivenEngine(slots: 1);
        engine.AddHanging("t.hang");
        engine.Add(Far());
        engine.Start("""
            name: t
            steps:
              - { id: h, uses: t.hang, queue: one, with: {} }
            """);
        engine.Start("""
            name: u
            steps:
              - { id: x, uses: t.far, queue: one, with: {} }
            """);
        engine.Settle();
        Assert.Single(new DrivenWorker(engine, "w", "t.far", "t.hang") { Queues = ["one"] }.Claim(4));
    }

    [Fact]
    public void ClaimBesideAHeavyRun_TakesFromBothByTurns()
    {
        using var engine = EngineWith(Far());
        engine.Add(new ScriptedSource("t.rows", 250, static () => [.. Enumerable.Range(0, 200).Select(static n => ($"k{n:D4}", (object)n))]));
        engine.Start("""
            name: heavy
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                steps:
                  - { id: x, uses: t.far, queue: remote, with: {} }
            """);
        engine.Settle();
        var light = engine.Start(OneStep);
        engine.Settle();
        var claimed = new DrivenWorker(engine, "w", "t.far").Claim(4);
        Assert.Contains(claimed, offer => offer.Address.Run == light.ToString());
        Assert.Contains(claimed, offer => offer.Address.Run != light.ToString());
    }

    [Fact]
    public void FiftyWorkers_ClaimingAtOnce_EachItemIsGivenOnce()
    {
        using var engine = EngineWith(Far());
        engine.Add(new ScriptedSource("t.rows", 250, static () => [.. Enumerable.Range(0, 2000).Select(static n => ($"k{n:D4}", (object)n))]));
        var workers = Enumerable.Range(0, 50).Select(n => new DrivenWorker(engine, $"w{n}", "t.far")).ToList();
        var claims = workers.ToDictionary(static worker => worker, static worker => worker.StartClaim(8, wait: 30));
        var run = engine.Start("""
            name: t
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                steps:
                  - { id: x, uses: t.far, queue: remote, with: {} }
            outputs: { done: "${all.succeeded}" }
            """);
        var given = new HashSet<string?>();
        while (engine.Store.FindRun(run)!.Phase != RunPhase.Ended)
        {
            engine.DriveUntil(() => claims.Values.Any(static claim => claim.IsCompleted) || engine.Store.FindRun(run)!.Phase == RunPhase.Ended);
            foreach (var (worker, claim) in claims.Where(static pair => pair.Value.IsCompleted).ToList())
            {
                foreach (var offer in engine.Ask(claim))
                {
                    Assert.True(given.Add(offer.Address.Key));
                    Assert.True(worker.Complete(offer, 1));
                }

                claims[worker] = worker.StartClaim(8, wait: 30);
            }
        }

        Assert.Equal("""{"done":2000}""", engine.End(run).Output);
    }

    [Fact]
    public void Workers_ThatClaimed_AreListed()
    {
        using var engine = EngineWith(Far());
        engine.Start(OneStep);
        new DrivenWorker(engine, "b", "t.far").Claim();
        new DrivenWorker(engine, "a", "t.far").Claim();

        Assert.Equal([("a", 0), ("b", 1)], engine.Engine.Leases.Workers().Select(static worker => (worker.Name, worker.Busy)));
        engine.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.Empty(engine.Engine.Leases.Workers());
    }
}
