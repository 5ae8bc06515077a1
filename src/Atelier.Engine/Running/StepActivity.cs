namespace Atelier.Engine.Running;

/// <summary>Open scopes of one step at a moment, by what the step does in them.</summary>
/// <param name="Step">Index of the step in the plan.</param>
/// <param name="Ready">Would run, but there is no slot, or its block's <c>parallel</c> is used up.</param>
/// <param name="Running">A body is asked for or runs, or the block of it is open.</param>
/// <param name="Waiting">For a time, a signal or a person.</param>
/// <param name="Retrying">Failed and due again.</param>
/// <param name="Parked">For something outside.</param>
public sealed record StepActivity(int Step, int Ready, int Running, int Waiting, int Retrying, int Parked)
{
    /// <summary>All of them.</summary>
    public int Open => Ready + Running + Waiting + Retrying + Parked;
}

/// <summary>What open steps wait for; those that wait for the same count as one.</summary>
/// <param name="Path">Ids of the step from the root.</param>
/// <param name="Key">Keys of the item; null: several, or outside items.</param>
/// <param name="Kind"><c>person signal time retry host budget decision worker</c>.</param>
/// <param name="Text">A sentence or a name: the question, the signal, the queue, why it is parked. Empty: nothing more is known.</param>
/// <param name="Due">Unix milliseconds at which the first goes on by itself; null: none does.</param>
/// <param name="Count">How many wait for it.</param>
public sealed record WaitActivity(string Path, string? Key, string Kind, string Text, long? Due, long Count);
