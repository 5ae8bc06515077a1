using System.Text;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tests.Driving;
using Atelier.Engine.Tests.Simulation;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class CommitTests
{
    private const string Workflow = """
        name: t
        steps:
          - { id: a, uses: core.value, with: { value: 1 } }
          - { id: b, uses: t.work, with: {} }
          - { id: c, uses: core.value, with: { value: "${b}" } }
        outputs: { c: "${c}" }
        """;

    [Fact]
    public void Start_TwiceAtOnceWithOneKey_GivesOneRun()
    {
        using var engine = new DrivenEngine();
        engine.On("t.work", static _ => Call.Value(1));
        var plan = engine.Compile(Workflow);
        var row = new WorkflowRow(plan.Digest, plan.Name, null, null, Encoding.UTF8.GetBytes(Workflow), 0);
        var first = engine.Engine.StartRunAsync(plan, "{}"u8.ToArray(), RunOptions.None, row, "key");
        var second = engine.Engine.StartRunAsync(plan, "{}"u8.ToArray(), RunOptions.None, row, "key");
        var run = engine.Ask(first);
        Assert.Equal(run, engine.Ask(second));
        Assert.Equal(Outcome.Succeeded, engine.Finish(run).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Start_CommitIsDoubtful_TheRunIsThereAndGoesOn(bool retry)
    {
        FaultyStore? store = null;
        using var engine = new DrivenEngine(wrap: inner => store = new FaultyStore(inner));
        engine.On("t.work", static _ => Call.Value(1));
        var failed = false;
        store!.Committing = parts =>
        {
            var results = store.Inner.Commit(parts);
            return failed ? results : throw Fail();
        };
        StoreException Fail()
        {
            failed = true;
            return new StoreException("T", "timed out", retry);
        }

        var run = engine.Start(Workflow);
        Assert.Equal("""{"c":1}""", engine.Finish(run).Output);
        Assert.Single(engine.Store.Unfinished().Select(static unfinished => unfinished.Run).Append(run).Distinct());
    }

    [Fact]
    public void Store_IsFullForAWhile_NothingIsLostAndItSaysSo()
    {
        FaultyStore? store = null;
        using var engine = new DrivenEngine(wrap: inner => store = new FaultyStore(inner));
        engine.On("t.work", static _ => Call.Value(1));
        var run = engine.Start(Workflow);
        store!.Committing = static _ => throw new StoreException("ATL3005", "the disk is full", retry: true);
        for (var turns = 0; turns < 20; turns++)
        {
            engine.Step();
        }

        Assert.Equal("the disk is full", engine.Engine.Stalled);
        store.Committing = store.Inner.Commit;
        Assert.Equal("""{"c":1}""", engine.Finish(run).Output);
        Assert.Null(engine.Engine.Stalled);
    }

    [Fact]
    public void Store_CannotBeRead_OnlyThatRunIsFoldedAgain()
    {
        using var engine = new DrivenEngine();
        engine.On("t.work", static _ => Call.Value(1));
        var other = engine.Start(Workflow);
        var broken = engine.Start(Workflow);
        engine.Loop.Post(broken, static _ => throw new StoreException("T", "cannot be read", retry: false));
        Assert.Equal("""{"c":1}""", engine.Finish(broken).Output);
        Assert.Equal("""{"c":1}""", engine.Finish(other).Output);
    }

    [Fact]
    public void Owner_IsReplaced_ItsWaitersAreTold()
    {
        using var engine = new DrivenEngine();
        engine.On("t.work", static _ => Call.Value(1));
        var run = engine.Start(Workflow);
        var waiting = engine.Engine.WaitAsync(run);
        engine.Memory.TakeOwnership();
        engine.DriveUntil(() => waiting.IsCompleted);
        Assert.Equal("ATL2130", Assert.IsType<StoreException>(waiting.Exception!.InnerException).Code);
        engine.Restart();
        Assert.Equal("""{"c":1}""", engine.Finish(run).Output);
    }
}
