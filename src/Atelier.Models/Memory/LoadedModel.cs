using Atelier.Models.Batching;
using Atelier.Models.Files;
using Atelier.Models.Lanes;

namespace Atelier.Models.Memory;

/// <summary>A model with its host and the batches on their way to it.</summary>
internal sealed class LoadedModel(KnownModel model, IModelLane lane, LoadedHost host, Batcher batcher)
{
    public KnownModel Model => model;

    public IModelLane Lane => lane;

    public LoadedHost Host => host;

    public Batcher Batcher => batcher;
}
