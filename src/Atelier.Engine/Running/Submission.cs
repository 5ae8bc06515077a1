using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Running;

/// <summary>What one turn of one run hands to the committer: records, and what may leave once they are durable.</summary>
internal sealed class Submission(RunActor actor, List<RunRecord> records, List<Effect> effects, List<Action<RunCommitResult>>? replies)
{
    public RunActor Actor { get; } = actor;

    public List<RunRecord> Records { get; } = records;

    /// <summary>Records as handed over; the committer leaves out rows that a later one overwrites.</summary>
    public int Queued { get; } = records.Count;

    public List<Effect> Effects { get; } = effects;

    /// <summary>Told what became of the commit; called by the loop.</summary>
    public List<Action<RunCommitResult>>? Replies { get; } = replies;

    /// <summary>True when an outcome is among the records.</summary>
    public bool Progress { get; } = records.Exists(static record => record is StepEnded);

    /// <summary>True when it only notes that bodies started and nobody waits for that: it may go with what comes next.</summary>
    public bool MayWait { get; } = replies is null && effects.Count == 0 && records.TrueForAll(static record => record is AttemptRecorded { State: AttemptState.Started });

    public RunCommitResult Result { get; set; } = RunCommitResult.Committed;
}
