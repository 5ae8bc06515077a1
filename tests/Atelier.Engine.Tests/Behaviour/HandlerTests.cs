using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class HandlerTests
{
    [Fact]
    public void OnFailure_Observes_TheFailureGoesOn()
    {
        using var engine = new DrivenEngine();
        var seen = new List<string>();
        engine.On("t.note", call =>
        {
            seen.Add(call.Text("text"));
            return Call.Value(1);
        });
        var run = engine.Run("""
            name: t
            steps:
              - id: x
                uses: core.fail
                with: { message: no, code: X1 }
                on_failure:
                  - { id: n, uses: t.note, with: { text: "step ${error.code} ${size(errors)}" } }
                finally:
                  - { id: f, uses: t.note, with: { text: "finally" } }
            on_failure:
              - { id: n, uses: t.note, with: { text: "run ${error.code}" } }
            finally:
              - { id: f, uses: t.note, with: { text: "end" } }
            """);
        Assert.Equal(["step X1 1", "finally", "run X1", "end"], seen);
        Assert.Equal((Outcome.Failed, "X1"), (run.Outcome, run.Codes));
    }

    [Fact]
    public void OnFailure_EndsWithRecover_TheStepSucceeds()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: x
                uses: core.fail
                with: { message: no }
                on_failure:
                  - { id: go_on, uses: core.recover, with: { value: { caption: none } } }
              - { id: y, uses: core.value, with: { value: "${x.caption}" } }
            outputs: { y: "${y}" }
            """);
        Assert.Equal((Outcome.Succeeded, """{"y":"none"}"""), (run.Outcome, run.Output));
    }

    [Fact]
    public void OnFailure_OfTheRun_ReadsItsStepsByAsking()
    {
        using var engine = new DrivenEngine();
        var run = engine.Start("""
            name: t
            steps:
              - { id: a, uses: core.value, with: { value: { n: 7 } } }
              - { id: x, uses: core.fail, with: { message: no } }
            on_failure:
              - { id: rest, uses: core.wait, with: { for: 1m } }
              - { id: go_on, uses: core.recover, with: { value: "${a.?n.orValue(0.0)} ${has(x.y)}" } }
            """);
        engine.Settle();
        engine.Restart();
        var ended = engine.Finish(run);
        Assert.Equal((Outcome.Succeeded, "\"7 false\""), (ended.Outcome, ended.Output));
    }

    [Fact]
    public void OnFailure_FailsItself_BothAreTold()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: x
                uses: core.fail
                with: { message: no, code: X1 }
                on_failure:
                  - { id: y, uses: core.fail, with: { message: no, code: X2 } }
            """);
        Assert.Equal("X1 X2", run.Codes);
    }

    [Fact]
    public void Finally_FailsAfterSuccess_TheRunFails()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - { id: x, uses: core.value, with: { value: 1 } }
            finally:
              - { id: y, uses: core.fail, with: { message: no, code: X2 } }
            """);
        Assert.Equal((Outcome.Failed, "X2"), (run.Outcome, run.Codes));
    }

    [Fact]
    public void Undo_BlockFails_CompensatesInReverseAndRetries()
    {
        using var engine = new DrivenEngine();
        var undone = new List<string>();
        engine.On("t.undo", call =>
        {
            undone.Add($"{call.Text("what")}{call.Attempt}");
            return call.Attempt == 1 && call.Text("what") == "b" ? StepFailure.Transient("T1", "later") : Call.Value(1);
        });
        var run = engine.Start("""
            name: t
            steps:
              - { id: a, uses: core.value, with: { value: a }, undo: { uses: t.undo, with: { what: "${a}" } } }
              - { id: b, uses: core.value, with: { value: b }, undo: { uses: t.undo, with: { what: "${b}" } } }
              - { id: c, uses: core.fail, with: { message: no } }
            """);
        engine.Settle();
        engine.Restart();
        Assert.Equal(Outcome.Failed, engine.Finish(run).Outcome);
        Assert.Equal(["b1", "b2", "a1"], undone);
    }

    [Fact]
    public void Cancel_BodiesRun_AreAskedToStopAndFinallyRuns()
    {
        using var engine = new DrivenEngine();
        engine.AddHanging("t.hang");
        var cleaned = 0;
        engine.On("t.clean", _ => Call.Value(++cleaned));
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.hang, with: {} }
              - { id: w, needs: [], uses: core.wait, with: { signal: never } }
            finally:
              - { id: y, uses: t.clean, with: {} }
            """);
        engine.Settle();
        Assert.True(engine.Ask(engine.Engine.CancelAsync(run)));
        var ended = engine.Finish(run);
        Assert.Equal((Outcome.Cancelled, 1), (ended.Outcome, cleaned));
    }

    [Fact]
    public void Cancel_BodyIgnoresIt_IsGivenUpAfterGrace()
    {
        using var engine = new DrivenEngine();
        var late = new TaskCompletionSource<ActionResult<System.Text.Json.JsonElement>>();
        engine.Add(new ScriptedAction("t.deaf", async (call, _) =>
        {
            engine.Held.Single(held => held.Body.Address == call.Context.Address).Hangs = true;
            return await late.Task;
        }));
        var run = engine.Start("""
            name: t
            steps:
              - { id: x, uses: t.deaf, with: {} }
            """);
        engine.Settle();
        engine.Held[0].Deaf = true;
        Assert.True(engine.Ask(engine.Engine.CancelAsync(run)));
        engine.Settle();
        Assert.NotEqual(RunPhase.Ended, engine.Store.FindRun(run)!.Phase);
        SpinWait.SpinUntil(() => engine.Time.NextDue is not null);
        engine.Held[0].Deaf = false;
        engine.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Outcome.Cancelled, engine.Finish(run).Outcome);
        late.SetResult(Call.Value(1));
    }

    [Fact]
    public void Pause_StartsNothing_ResumeGoesOn()
    {
        using var engine = new DrivenEngine();
        var calls = 0;
        engine.On("t.work", _ => Call.Value(++calls));
        var run = engine.Start("""
            name: t
            steps:
              - { id: w, uses: core.wait, with: { for: 1m } }
              - { id: x, uses: t.work, with: {} }
            """);
        Assert.True(engine.Ask(engine.Engine.PauseAsync(run)));
        engine.Time.Advance(TimeSpan.FromMinutes(2));
        engine.Settle();
        Assert.Equal(0, calls);
        engine.Restart();
        engine.Settle();
        Assert.Equal(0, calls);
        Assert.True(engine.Ask(engine.Engine.ResumeAsync(run)));
        Assert.Equal(Outcome.Succeeded, engine.Finish(run).Outcome);
        Assert.Equal(1, calls);
    }
}
