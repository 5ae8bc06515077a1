using System.Text.Json;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Runs as the store has them.</summary>
internal static class RunRows
{
    private static readonly byte[] NoInputs = "{}"u8.ToArray();

    public static RunRow Of(RunSummary run) => new()
    {
        Run = Invocation.RunOf(run.Run),
        WorkflowDigest = run.Version,
        WorkflowName = run.Workflow,
        Inputs = NoInputs,
        Phase = PhaseOf(run),
        Outcome = run.Ended ? OutcomeOf(run.State) : Outcome.None,
        Seq = run.Seq,
        Started = run.Started.ToUnixTimeMilliseconds(),
        Changed = run.Changed.ToUnixTimeMilliseconds(),
        Resting = run.State == "waiting",
        Wake = run.Wake?.ToUnixTimeMilliseconds(),
    };

    public static RunRow Of(RunResponse run) => Of(run.Summary) with
    {
        Inputs = JsonBytes.Of(run.Inputs),
        Options = JsonBytes.Of(run.Options),
        Output = JsonBytes.Of(run.Outputs),
        Errors = run.Errors.Count == 0 ? null : FailureRecord.ListToJson([.. run.Errors.Select(FailureRows.Of)]),
        Spending = JsonBytes.Of(run.Spending),
    };

    /// <summary>The texts of a version. Where it lay matters only for what it inlines, and those texts are named from there.</summary>
    public static WorkflowRow Of(WorkflowVersion version) => new(
        version.Digest,
        version.Name,
        version.Label,
        version.File ?? Path.GetFullPath(version.Name + ".yaml"),
        JsonSerializer.SerializeToUtf8Bytes(version.Sources),
        version.At.ToUnixTimeMilliseconds());

    /// <summary>An outcome by its word; none for <c>open</c>.</summary>
    public static Outcome OutcomeOf(string word) => Enum.GetValues<Outcome>().FirstOrDefault(outcome => outcome.ToText() == word);

    private static RunPhase PhaseOf(RunSummary run) => run switch
    {
        { Ended: true } => RunPhase.Ended,
        { State: "paused" } => RunPhase.Paused,
        { State: "cancelling" } => RunPhase.Cancelling,
        _ => RunPhase.Running,
    };
}
