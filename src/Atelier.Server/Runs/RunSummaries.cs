using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;

namespace Atelier.Server.Runs;

/// <summary>Runs as lists show them.</summary>
internal sealed class RunSummaries(OwnedHome home)
{
    private const int Blocks = 100;

    public RunSummary Of(RunRow row)
    {
        var blocks = home.Queries.ListBlocks(row.Run, 0, Blocks).Where(static block => block.Kind == BlockKind.ForEach && block.Scope == ScopeId.Root).ToArray();
        var known = blocks.Length == 0 ? 0 : home.Queries.ListSources(row.Run).Where(source => Array.Exists(blocks, block => block.Source == source.Source)).Sum(static source => source.Count);
        return new RunSummary
        {
            Run = row.Run.ToString(),
            Workflow = row.WorkflowName,
            Version = row.WorkflowDigest,
            State = StateOf(row),
            Started = DateTimeOffset.FromUnixTimeMilliseconds(row.Started),
            Changed = DateTimeOffset.FromUnixTimeMilliseconds(row.Changed),
            Ended = row.Phase == RunPhase.Ended,
            Counts = CountsOf(blocks.Aggregate(default(OutcomeCounts), static (sum, block) => Add(sum, block.Counts))),
            Open = blocks.Sum(static block => block.Opened - block.Counts.Ended),
            Known = known,
            Seq = row.Seq,
        };
    }

    /// <summary>Where a run stands, in a word.</summary>
    public static string StateOf(RunRow row) => row.Phase switch
    {
        RunPhase.Ended => row.Outcome.ToText(),
        RunPhase.Paused => "paused",
        RunPhase.Cancelling => "cancelling",
        _ => row.Resting && row.Wake is null ? "waiting" : "running",
    };

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
