using Atelier.Engine.Leases;
using Atelier.Engine.Running;
using Atelier.Engine.State;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Bodies;

/// <summary>One body that is asked for: everything it needs without touching the run's state.</summary>
internal sealed class Body
{
    public required RunActor Actor { get; init; }

    public required StepState Step { get; init; }

    /// <summary>Drive and attempt it was claimed for.</summary>
    public required long Claim { get; init; }

    public required IAction Action { get; init; }

    public required ActionDescriptor Descriptor { get; init; }

    /// <summary>The input as stored, secrets as templates, UTF-8 JSON.</summary>
    public required byte[] Input { get; init; }

    public required StepAddress Address { get; init; }

    /// <summary>The innermost collection; null outside items.</summary>
    public string? Collection { get; init; }

    /// <summary>The item's key with its prefix; empty outside items.</summary>
    public required string Key { get; init; }

    /// <summary>Where the next page starts, for sources.</summary>
    public string? Cursor { get; init; }

    /// <summary>The endpoint of which it tests whether it answers again: it runs although the breaker is open. Null: no test.</summary>
    public string? Probe { get; init; }

    /// <summary>What is left of the step's <c>total_timeout</c>; null: it has none.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>Recorded results are not looked up.</summary>
    public bool Fresh { get; init; }

    public required string Queue { get; init; }

    /// <summary>The model it will ask; null: none.</summary>
    public string? Affinity { get; init; }

    /// <summary>What a remote worker must offer to be given it.</summary>
    public required string Offer { get; init; }

    /// <summary>Where it may run.</summary>
    public required ActionPlace Place { get; set; }

    /// <summary>It has left its queue. Set under the slots' lock.</summary>
    public volatile bool Begun;

    /// <summary>The lease under which a remote worker runs it; null: it runs here.</summary>
    public Lease? Lease { get; set; }

    public required CancellationTokenSource Cancellation { get; init; }

    public ActionStepPlan Plan => (ActionStepPlan)Step.Plan;
}
