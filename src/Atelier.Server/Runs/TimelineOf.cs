using Atelier.Api.Runs;
using Atelier.Engine.Runs;
using Atelier.Hosting.Live;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>When things happened in a run: a span for each step, whatever the number of items.</summary>
internal static class TimelineOf
{
    private const int Most = 500;

    public static TimelineResponse View(RunView view, WorkflowPlan plan, TimeProvider time)
    {
        var row = view.Outline.Row;
        var tallies = view.Counters.Steps.ToDictionary(static tally => tally.Step);
        var open = (view.Activity?.Steps ?? []).ToDictionary(static step => step.Step);
        var spans = new List<TimelineSpan>();
        foreach (var step in plan.Steps)
        {
            var inside = plan.Steps.Where(inner => inner.Path == step.Path || inner.Path.StartsWith(step.Path + "/", StringComparison.Ordinal))
                .Select(inner => tallies.GetValueOrDefault(inner.Index)).Where(static tally => tally is { LastEnd: > 0 }).ToArray();
            var tally = tallies.GetValueOrDefault(step.Index);
            var activity = open.GetValueOrDefault(step.Index);
            if (StepCountsOf.StateOf(tally, activity) is { } state)
            {
                var from = inside.Length > 0 ? inside.Min(static tally => tally!.FirstStart) : row.Changed;
                spans.Add(new TimelineSpan
                {
                    Path = step.Path,
                    From = At(Math.Max(from, row.Started)),
                    Until = activity is null && inside.Length > 0 ? At(inside.Max(static tally => tally!.LastEnd)) : null,
                    State = state,
                    Count = (tally?.Counts.Ended ?? 0) + (activity?.Open ?? 0),
                    Ends = tally is { Ends.Counts.Count: > 0 } ? new TimelineEnds { From = At(tally.Ends.From), WidthMilliseconds = tally.Ends.Width, Counts = tally.Ends.Counts } : null,
                });
            }
        }

        return new TimelineResponse
        {
            From = At(row.Started),
            Until = row.Phase == RunPhase.Ended ? At(row.Changed) : time.GetUtcNow(),
            Spans = [.. spans.OrderBy(static span => span.From).Take(Most)],
            Truncated = spans.Count > Most,
        };
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
