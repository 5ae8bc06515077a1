using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Tallies;

/// <summary>
/// Counters of a run's steps, kept up by adding what is committed: a view of a run with many items costs what changed, not what there is. The same numbers
/// come from adding every outcome in the order of (scope, step, drive), which is how a store counts a run that nobody watched. Not safe for several threads.
/// </summary>
public sealed class RunTally
{
    private readonly SortedDictionary<int, StepTallying> _steps = [];

    /// <summary>Position in the run's history up to which everything is in it.</summary>
    public long Seq { get; set; }

    /// <summary>
    /// True when steps were taken up again since counting began: what an inner block of theirs had done before is still in it. A store that counts anew
    /// leaves it out.
    /// </summary>
    public bool Redriven { get; private set; }

    /// <summary>By index of the step.</summary>
    public IReadOnlyList<StepTally> ToList() => [.. _steps.Values.Select(static step => step.ToTally())];

    /// <summary>Adds what was committed. What is in it already is passed over.</summary>
    /// <param name="records">Of one commit.</param>
    /// <param name="earlier">Finds the outcome of a step's drive before another one; null: it had none that counted.</param>
    public void Add(IReadOnlyList<RunRecord> records, Func<ScopeId, int, int, StepEnded?> earlier)
    {
        foreach (var record in records)
        {
            if (record.Seq <= Seq)
            {
                continue;
            }

            switch (record)
            {
                case StepEnded { Step: >= 0 } ended:
                    Add(ended.Step, ended.Outcome, ended.At, ended.Detail);
                    break;
                case AttemptRecorded { State: AttemptState.Failed } attempt:
                    Add(attempt);
                    break;
                case AttemptRecorded { State: AttemptState.Redriven } attempt:
                    Redriven = true;
                    if (earlier(attempt.Scope, attempt.Step, attempt.Drive) is { } gone)
                    {
                        TakeBack(attempt.Step, gone.Outcome, OutcomeGlance.Of(gone.Detail).Reused);
                    }

                    break;
            }
        }

        if (records.Count > 0)
        {
            Seq = Math.Max(Seq, records[^1].Seq);
        }
    }

    /// <summary>Adds one outcome; answers whether it was taken from a recorded result.</summary>
    public bool Add(int step, Outcome outcome, long at, ReadOnlySpan<byte> detail)
    {
        var glance = OutcomeGlance.Of(detail);
        var tally = Of(step);
        tally.Ended(at, glance);
        tally.Count(outcome, glance.Reused, 1);
        return glance.Reused;
    }

    /// <summary>An outcome no longer counts, for another drive took its place; its time and cost stay.</summary>
    public void TakeBack(int step, Outcome outcome, bool reused) => Of(step).Count(outcome, reused, -1);

    /// <summary>Adds what a try cost that failed and was tried again.</summary>
    public void Add(AttemptRecorded attempt) => Add(attempt.Step, attempt.Detail);

    /// <summary>Adds what a try cost that failed and was tried again.</summary>
    public void Add(int step, ReadOnlySpan<byte> detail) => Of(step).Spend(OutcomeGlance.Of(detail).Usage);

    private StepTallying Of(int step)
    {
        if (!_steps.TryGetValue(step, out var tally))
        {
            tally = new StepTallying(step);
            _steps.Add(step, tally);
        }

        return tally;
    }
}
