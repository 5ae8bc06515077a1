using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Tallies;

/// <summary>The counters of one step while they grow.</summary>
internal sealed class StepTallying(int step)
{
    private readonly TimeBuckets _ends = new();
    private SortedDictionary<string, ModelSpending>? _usage;
    private OutcomeCounts _counts;
    private long _reused;
    private long _bodies;
    private double _milliseconds;
    private long _firstStart;
    private long _lastEnd;

    public void Count(Outcome outcome, bool reused, int by)
    {
        _counts = _counts.Add(outcome, by);
        _reused += reused ? by : 0;
    }

    public void Ended(long at, in OutcomeGlance glance)
    {
        var start = at - (long)(glance.Milliseconds ?? 0);
        _firstStart = _firstStart == 0 ? start : Math.Min(_firstStart, start);
        _lastEnd = Math.Max(_lastEnd, at);
        _ends.Add(at);
        if (glance is { Milliseconds: { } milliseconds, Reused: false })
        {
            _bodies++;
            _milliseconds += milliseconds;
        }

        Spend(glance.Usage);
    }

    public void Spend(List<Usage>? usage)
    {
        foreach (var call in usage ?? [])
        {
            _usage ??= new SortedDictionary<string, ModelSpending>(StringComparer.Ordinal);
            var known = _usage.GetValueOrDefault(call.Model) ?? new ModelSpending(call.Model, 0, 0, 0, null);
            decimal? cost = call.Cost is null && known.Cost is null ? null : (known.Cost ?? 0) + (call.Cost ?? 0);
            _usage[call.Model] = new ModelSpending(call.Model, known.Calls + 1, known.InputTokens + call.InputTokens, known.OutputTokens + call.OutputTokens, cost);
        }
    }

    public StepTally ToTally() => new(
        step,
        _counts,
        _reused,
        _bodies,
        _milliseconds,
        _firstStart,
        _lastEnd,
        new EndCounts(_ends.From, _ends.Width, _ends.ToList()),
        _usage is null ? [] : [.. _usage.Values]);
}
