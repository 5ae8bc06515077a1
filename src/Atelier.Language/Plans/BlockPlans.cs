using System.Collections.Immutable;

namespace Atelier.Language.Plans;

/// <summary>What an equal key in one listing does.</summary>
public enum DuplicateKeys
{
    /// <summary>Fails the block.</summary>
    Error,

    /// <summary>Later ones are left out, with a warning.</summary>
    First,

    /// <summary>The last one counts: the block starts when the listing is complete.</summary>
    Last,
}

/// <summary>What a failed item does to its block.</summary>
public enum ItemFailurePolicy
{
    /// <summary>Running bodies finish, nothing new starts, the block fails.</summary>
    Fail,

    /// <summary>The block goes on; the item is kept with its cause and can be re-driven.</summary>
    Quarantine,

    /// <summary>The block goes on; the item is counted as failed and nothing more.</summary>
    Ignore,
}

/// <summary>Runs its body once for every item of a list or of a paged handle.</summary>
public sealed record ForEachPlan : StepPlan
{
    /// <summary>The list or handle.</summary>
    public required Template Items { get; init; }

    /// <summary>The name of the item in the body. Default <c>item</c>.</summary>
    public required string As { get; init; }

    /// <summary>The key, with the item visible; null: the source's own, for lists the index.</summary>
    public PlanExpression? Key { get; init; }

    /// <summary>Default: error.</summary>
    public DuplicateKeys OnDuplicate { get; init; }

    /// <summary>The collection's name; null: <c>workflow/block path</c>.</summary>
    public Template? Collection { get; init; }

    /// <summary>Bodies running at once; null: bounded by the queues' slots only.</summary>
    public int? Parallel { get; init; }

    /// <summary>Items open at once, waiting ones included. Default 1,000.</summary>
    public int Window { get; init; } = 1000;

    /// <summary>Default: fail.</summary>
    public ItemFailurePolicy OnItemFailure { get; init; }

    /// <summary>More failed items than this fail the block, whatever the policy; null: no limit.</summary>
    public Tolerance? Tolerate { get; init; }

    /// <summary>The item's value; null: the output of the body's last step.</summary>
    public Template? Yield { get; init; }

    /// <summary>The body.</summary>
    public required SequencePlan Body { get; init; }
}

/// <summary>How many failed items a block bears: a count, or a share (0..1) of all its items.</summary>
public readonly record struct Tolerance(long? Count, double? Share);

/// <summary>What a loop does that used up its rounds.</summary>
public enum ExhaustedPolicy
{
    /// <summary>Fails.</summary>
    Fail,

    /// <summary>Yields the last round, <c>converged: false</c>.</summary>
    KeepLast,

    /// <summary>Yields the round with the highest score, <c>converged: false</c>.</summary>
    KeepBest,
}

/// <summary>Runs its body until an expression holds.</summary>
public sealed record RepeatPlan : StepPlan
{
    /// <summary>Sees the body's scope.</summary>
    public required PlanExpression Until { get; init; }

    /// <summary>Most rounds, 1 to 10,000: an integer or an expression.</summary>
    public required Template Max { get; init; }

    /// <summary>Default: fail.</summary>
    public ExhaustedPolicy OnExhausted { get; init; }

    /// <summary>The score of a round, for <see cref="ExhaustedPolicy.KeepBest"/>; sees the body's scope.</summary>
    public PlanExpression? Best { get; init; }

    /// <summary>A round's value; null: a map of the body's outputs by id.</summary>
    public Template? Yield { get; init; }

    /// <summary>The body.</summary>
    public required SequencePlan Body { get; init; }
}

/// <summary>Runs all its steps at once; yields a map by id.</summary>
public sealed record ParallelPlan : StepPlan
{
    /// <summary>Branches as steps without needs.</summary>
    public required SequencePlan Body { get; init; }
}

/// <summary>Steps under one id; yields the last step's output. A branch of several steps becomes one.</summary>
public sealed record GroupPlan : StepPlan
{
    /// <summary>The steps.</summary>
    public required SequencePlan Body { get; init; }
}

/// <summary>Runs the first case that holds; yields its last step's output, null when none was taken.</summary>
public sealed record SwitchPlan : StepPlan
{
    /// <summary>In written order.</summary>
    public required ImmutableArray<SwitchCase> Cases { get; init; }
}

/// <summary>A case; <paramref name="When"/> null: the default.</summary>
public sealed record SwitchCase(PlanExpression? When, SequencePlan Body);

/// <summary>Another workflow, inlined: only its inputs are visible inside.</summary>
public sealed record CallPlan : StepPlan
{
    /// <summary>The workflow's name.</summary>
    public required string Workflow { get; init; }

    /// <summary>Digest pinned when this plan was made.</summary>
    public required string WorkflowDigest { get; init; }

    /// <summary>Its inputs.</summary>
    public required ImmutableArray<InputPlan> Inputs { get; init; }

    /// <summary>Values for them.</summary>
    public required Template With { get; init; }

    /// <summary>Its steps.</summary>
    public required SequencePlan Body { get; init; }

    /// <summary>What it yields; null: the last step's output.</summary>
    public Template? Outputs { get; init; }
}
