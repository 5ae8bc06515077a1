using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;

namespace Atelier.Server.Runs;

/// <summary>Runs as lists show them.</summary>
internal sealed class RunSummaries(OwnedHome home)
{
    public RunSummary Of(RunRow row) => Of(home.Queries.FindOutline(row.Run) ?? new RunOutline(row, [], 0));

    public static RunSummary Of(RunOutline outline)
    {
        var row = outline.Row;
        var blocks = outline.Blocks.Where(static block => block.Block.Kind == BlockKind.ForEach).ToArray();
        return new RunSummary
        {
            Run = row.Run.ToString(),
            Workflow = row.WorkflowName,
            Version = row.WorkflowDigest,
            State = RunStates.Of(row),
            Started = DateTimeOffset.FromUnixTimeMilliseconds(row.Started),
            Changed = DateTimeOffset.FromUnixTimeMilliseconds(row.Changed),
            Ended = row.Phase == RunPhase.Ended,
            Counts = CountsOf(blocks.Aggregate(default(OutcomeCounts), static (sum, block) => Add(sum, block.Block.Counts))),
            Open = blocks.Sum(static block => BlockOf.OpenItems(block.Block)),
            Known = blocks.Sum(static block => block.Source?.Count ?? 0),
            Seq = row.Seq,
            Wake = row is { Resting: true, Wake: { } wake } ? DateTimeOffset.FromUnixTimeMilliseconds(wake) : null,
        };
    }

    public static OutcomeCountsBody CountsOf(OutcomeCounts counts) => new()
    {
        Succeeded = counts.Succeeded,
        Empty = counts.Empty,
        Rejected = counts.Rejected,
        Failed = counts.Failed,
        Skipped = counts.Skipped,
        Cancelled = counts.Cancelled,
    };

    private static OutcomeCounts Add(OutcomeCounts a, OutcomeCounts b) => new(a.Succeeded + b.Succeeded, a.Empty + b.Empty, a.Rejected + b.Rejected, a.Failed + b.Failed, a.Skipped + b.Skipped, a.Cancelled + b.Cancelled);
}
