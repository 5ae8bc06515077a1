using Atelier.Engine.Decisions;
using Atelier.Engine.Expressions;
using Atelier.Engine.Records;
using Atelier.Engine.Recovery;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;

namespace Atelier.Engine.Running;

/// <summary>Makes runs in memory: new ones, and from what the store holds.</summary>
internal sealed class ActorLoader(EnginePorts ports)
{
    private readonly Dictionary<string, WorkflowPlan> _plans = [];

    /// <summary>This owner's epoch.</summary>
    public long Epoch { get; set; }

    public RunActor Create(RunId run, WorkflowPlan plan, byte[] inputs, RunOptions options, long started)
    {
        _plans.TryAdd(plan.Digest, plan);
        return Make(new RunState(run, plan, options, InputValues.Read(plan.Inputs, inputs), inputs, started));
    }

    /// <summary>Null: no such run.</summary>
    public RunActor? Load(RunId run)
    {
        if (ports.Store.Load(run) is not { } snapshot)
        {
            return null;
        }

        var row = snapshot.Run;
        var plan = PlanOf(row);
        var state = new RunState(run, plan, RunOptions.FromJson(row.Options), InputValues.Read(plan.Inputs, row.Inputs), row.Inputs, row.Started);
        state.Spending.Restore(RunSpending.FromJson(row.Spending));
        var restorer = new RunRestorer(state, snapshot, ports.Store);
        restorer.Restore();
        restorer.RestoreSources();
        return Make(state);
    }

    public WorkflowPlan PlanOf(RunRow row)
    {
        if (!_plans.TryGetValue(row.WorkflowDigest, out var plan))
        {
            var workflow = ports.Store.FindWorkflow(row.WorkflowDigest)
                ?? throw new StoreException("ATL2131", $"the definition {row.WorkflowDigest} of {row.Run} is not in the store", retry: false);
            _plans[row.WorkflowDigest] = plan = ports.Plans(workflow);
        }

        return plan;
    }

    /// <summary>Tells who waits for the run.</summary>
    public void Ended(RunActor actor)
    {
        if (actor.Waiters.Count == 0)
        {
            return;
        }

        var row = ports.Store.FindRun(actor.Id)!;
        actor.Waiters.ForEach(waiter => waiter.TrySetResult(row));
    }

    private RunActor Make(RunState state)
    {
        var pending = new PendingRecords(state.Id);
        var values = new RunValues(state, ports.Actions, new StoreItemsReader(ports.Store, pending), ports.Time);
        return new RunActor(state, new Decider(state, ports.Actions), new Evaluator(state, values), values, new RunLease(state.Id, Epoch)) { Pending = pending };
    }
}
