using System.Globalization;
using Atelier.Api.Home;
using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Server.Approvals;
using Atelier.Server.Runs;

namespace Atelier.Server.Home;

/// <summary>The home at a glance. The work is bounded: so many runs are looked at, whatever the home holds.</summary>
internal sealed class HomeOverviews(OwnedHome home, ApprovalDesk approvals, AcceptedCauses accepted, TimeProvider time)
{
    private const int Shown = 20;
    private const int Looked = 200;

    public HomeOverview Read()
    {
        var now = time.GetUtcNow();
        var day = now.AddHours(-24).ToUnixTimeMilliseconds();
        var counts = home.Queries.CountHome(day);
        var recent = Recent();
        var quarantines = Quarantines(now.AddDays(-7).ToUnixTimeMilliseconds());
        return new HomeOverview
        {
            Running = counts.Running,
            Waiting = counts.Waiting,
            Paused = counts.Paused,
            Approvals = (int)Math.Min(counts.Questions, int.MaxValue),
            Parked = counts.Parked,
            FailedLastDay = (int)counts.Ended.Failed,
            Quarantined = quarantines.Sum(static item => item.Count),
            Recent = recent,
            Attention = [.. Questions().Concat(quarantines).Concat(Failures(day)).Take(Shown)],
            Throughput = [.. Hours(now)],
            Stalled = home.Engine.Stalled,
            Seq = now.ToUnixTimeMilliseconds(),
        };
    }

    private List<RunSummary> Recent()
    {
        var open = home.Queries.FindRuns(new RunSearch { States = [new RunStanding(RunPhase.Running), new RunStanding(RunPhase.Paused), new RunStanding(RunPhase.Cancelling)], Limit = Shown });
        var newest = home.Queries.FindRuns(new RunSearch { Limit = Shown });
        return [.. open.Runs.Concat(newest.Runs).DistinctBy(static row => row.Run).Take(Shown).Select(row => RunSummaries.Of(home.Queries.FindOutline(row.Run) ?? new RunOutline(row, [], 0)))];
    }

    /// <summary>A line for each step that asks, those with the nearest deadline first.</summary>
    private IEnumerable<AttentionItem> Questions() => approvals.List(null, null, null, Looked).Items
        .GroupBy(static question => (question.Run, question.Step))
        .Select(static alike => new AttentionItem
        {
            Kind = "approval",
            Run = alike.Key.Run,
            Workflow = alike.First().Workflow,
            Text = alike.First().Question,
            Count = alike.Count(),
            Due = alike.Min(static question => question.Due),
        })
        .OrderBy(static item => item.Due ?? DateTimeOffset.MaxValue);

    private List<AttentionItem> Quarantines(long since)
    {
        var found = new List<AttentionItem>();
        var ended = home.Queries.FindRuns(new RunSearch { States = [new RunStanding(RunPhase.Ended)], Limit = Looked });
        foreach (var row in ended.Runs.Where(row => row.Changed >= since))
        {
            var outline = home.Queries.FindOutline(row.Run);
            var failed = outline?.Blocks.Where(static block => block.Block.Kind == BlockKind.ForEach).Sum(static block => block.Block.Counts.Failed) ?? 0;
            if (failed > 0 && (failed -= accepted.CountOf(row.Run)) > 0)
            {
                found.Add(new AttentionItem
                {
                    Kind = "quarantine",
                    Run = row.Run.ToString(),
                    Workflow = row.WorkflowName,
                    Text = string.Create(CultureInfo.InvariantCulture, $"{failed} {(failed == 1 ? "item" : "items")} failed and can be taken up again"),
                    Count = failed,
                });
            }
        }

        return found;
    }

    private IEnumerable<AttentionItem> Failures(long since) => home.Queries
        .FindRuns(new RunSearch { States = [new RunStanding(RunPhase.Ended, Outcome.Failed)], Limit = Shown }).Runs
        .Where(row => row.Changed >= since)
        .Select(static row => new AttentionItem
        {
            Kind = "failed",
            Run = row.Run.ToString(),
            Workflow = row.WorkflowName,
            Text = FailureRecord.ListFromJson(row.Errors) is [var first, ..] ? first.Failure.Message : "the run failed",
            Count = 1,
        });

    private IEnumerable<ThroughputHour> Hours(DateTimeOffset now)
    {
        var first = now.AddHours(-23).ToUnixTimeMilliseconds() / HourCounts.Width * HourCounts.Width;
        var known = home.Queries.ListHours(first).ToDictionary(static hour => hour.From);
        for (var hour = 0; hour < 24; hour++)
        {
            var from = first + (hour * HourCounts.Width);
            var (items, steps) = known.TryGetValue(from, out var counts) ? (counts.Items, counts.Steps) : default;
            yield return new ThroughputHour
            {
                From = DateTimeOffset.FromUnixTimeMilliseconds(from),
                Succeeded = Fine(items) + Fine(steps),
                Rejected = items.Rejected + steps.Rejected,
                Failed = items.Failed + steps.Failed,
            };
        }
    }

    private static long Fine(OutcomeCounts counts) => counts.Succeeded + counts.Empty + counts.Skipped;
}
