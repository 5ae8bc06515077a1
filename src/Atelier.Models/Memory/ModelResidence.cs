using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Sdk;

namespace Atelier.Models.Memory;

/// <summary>What belongs to a slot besides its numbers: its files, its host, and who waits. Guarded by the lock of <see cref="ModelMemory"/>.</summary>
internal sealed class ModelResidence(KnownModel model)
{
    /// <summary>As it was last asked for.</summary>
    public KnownModel Model { get; set; } = model;

    public IModelLane? Lane { get; set; }

    public LoadedModel? Loaded { get; set; }

    /// <summary>Who wants it to leave last.</summary>
    public HashSet<object> Pins { get; } = [];

    /// <summary>Those who wait, the first first.</summary>
    public LinkedList<TaskCompletionSource<(ModelLease? Lease, StepFailure? Failure)>> Waiters { get; } = new();

    /// <summary>Completes when it has left memory; null: it is not leaving.</summary>
    public TaskCompletionSource? Gone { get; set; }

    /// <summary>Why it cannot be loaded, and until when that counts: a folder that is broken is not tried for each of a thousand items.</summary>
    public (StepFailure Failure, TimeSpan Until)? Broken { get; set; }
}
