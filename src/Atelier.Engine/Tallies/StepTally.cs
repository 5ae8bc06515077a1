using Atelier.Engine.Runs;
using Atelier.Engine.Spending;

namespace Atelier.Engine.Tallies;

/// <summary>What became of one step in all its scopes: counters, time and cost.</summary>
/// <param name="Step">Index of the step in the plan.</param>
/// <param name="Counts">Outcomes, of each scope the newest drive's.</param>
/// <param name="Reused">Of these, taken from recorded results.</param>
/// <param name="Bodies">Bodies whose time is known; of all drives.</param>
/// <param name="Milliseconds">Their time in all.</param>
/// <param name="FirstStart">Unix milliseconds of the first known start; 0: nothing ended yet.</param>
/// <param name="LastEnd">Unix milliseconds of the last outcome.</param>
/// <param name="Ends">When outcomes came.</param>
/// <param name="Usage">What calls of models came to, of all drives and attempts, by model.</param>
public sealed record StepTally(
    int Step,
    OutcomeCounts Counts,
    long Reused,
    long Bodies,
    double Milliseconds,
    long FirstStart,
    long LastEnd,
    EndCounts Ends,
    IReadOnlyList<ModelSpending> Usage);

/// <summary>Outcomes in equal spans of time.</summary>
/// <param name="From">Unix milliseconds of the first span's start.</param>
/// <param name="Width">Milliseconds of a span.</param>
/// <param name="Counts">Outcomes in each, at most 60.</param>
public sealed record EndCounts(long From, long Width, IReadOnlyList<long> Counts);
