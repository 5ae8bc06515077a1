using Atelier.Sdk;

namespace Atelier.Models.Lanes;

/// <summary>One loaded model, or one that is being loaded. The port to what runs models.</summary>
internal interface IModelLane : IAsyncDisposable
{
    /// <summary>Ids of its processes; none where it has none.</summary>
    IReadOnlyList<int> ProcessIds { get; }

    /// <summary>Bytes it takes now; 0 when that cannot be told.</summary>
    long MeasureBytes();

    /// <summary>Loads the model.</summary>
    Task<(LoadedHost? Host, StepFailure? Failure)> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Sends one batch; one at a time.</summary>
    Task<LaneAnswer> SendAsync(LaneRequest request, CancellationToken cancellationToken);

    /// <summary>Throws away what is in memory; the next batch loads again.</summary>
    void Restart();
}
