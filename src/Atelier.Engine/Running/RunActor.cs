using Atelier.Engine.Decisions;
using Atelier.Engine.Expressions;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;

namespace Atelier.Engine.Running;

/// <summary>A run in the loop: its state, its mailbox, what it has under way.</summary>
internal sealed class RunActor(RunState state, Decider decider, Evaluator evaluator, RunValues values, RunLease lease)
{
    public RunState State { get; } = state;

    public Decider Decider { get; } = decider;

    public Evaluator Evaluator { get; } = evaluator;

    public RunValues Values { get; } = values;

    public RunLease Lease { get; } = lease;

    /// <summary>Events and released effects, in order.</summary>
    public Queue<Work> Mailbox { get; } = new();

    /// <summary>In the loop's list of runs with something to do.</summary>
    public bool Scheduled { get; set; }

    /// <summary>The models its bodies ask.</summary>
    public Atelier.Engine.Bodies.RunModels Models { get; } = new();

    /// <summary>What the committer has not answered.</summary>
    public required PendingRecords Pending { get; init; }

    /// <summary>Submissions that the committer has not answered.</summary>
    public int Uncommitted => Pending.Submissions;

    /// <summary>Replies to give when the records of the turn are durable.</summary>
    public List<Action<RunCommitResult>>? Replies { get; set; }

    /// <summary>Effects held back while the run is paused.</summary>
    public List<Effect> Held { get; } = [];

    /// <summary>Running bodies by step.</summary>
    public Dictionary<StepState, Bodies.Body> Bodies { get; } = [];

    /// <summary>Parked steps whose next body tests whether an endpoint answers again, with that endpoint.</summary>
    public Dictionary<StepState, string> Probing { get; } = [];

    /// <summary>Records handed to the committer and not answered.</summary>
    public int QueuedRecords { get; set; }

    /// <summary>How often the run was folded again after a failed commit.</summary>
    public int Refolds { get; set; }

    /// <summary>Dropped from memory: whatever still comes for it is ignored.</summary>
    public bool Dead { get; set; }

    /// <summary>A part of it was not written: nothing that comes after may be. Set by the loop and the committer.</summary>
    public volatile bool Broken;

    /// <summary>Done when the run ends, or is dropped for good.</summary>
    public List<TaskCompletionSource<RunRow>> Waiters { get; } = [];

    /// <summary>Few steps in flight: interactive, goes first.</summary>
    public bool IsLight => State.Active <= 16 && Mailbox.Count <= 16;

    public RunId Id => State.Id;
}

/// <summary>One thing for a run to do: an effect that was released, or an event.</summary>
internal readonly record struct Work(Effect Effect, Action<RunActor>? Event)
{
    /// <summary>For what was asked of the run by its id: what to do when there is no such run. Null: it concerns this actor alone.</summary>
    public Action? Missing { get; init; }

    /// <summary>Told when the run was dropped before it took the event; null: nobody waits for it.</summary>
    public Action? Lost { get; init; }

    public static Work Of(Effect effect) => new(effect, null);

    public static Work Of(Action<RunActor> handle) => new(default, handle);
}
