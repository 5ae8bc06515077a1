using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Bodies;

/// <summary>Models as they were when the run started: one that has changed since is not there until it is as it was.</summary>
internal sealed class PinnedModels(IModels models, IReadOnlyDictionary<string, string> digests) : IModels
{
    public async ValueTask<ModelAnswer<ModelIdentity>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await models.FindAsync(name, cancellationToken).ConfigureAwait(false);
        return found.TryGet(out var model, out _) && digests.TryGetValue(name, out var digest) && model.Digest != digest
            ? StepFailure.Unavailable("ATL2151", $"model `{name}` has changed since the run started. Put its files back to go on, or cancel and start a new run: what did not change is carried over.", $"model:{name}")
            : found;
    }

    public ValueTask<ModelAnswer<ModelEndpoint>> EndpointAsync(ModelIdentity model, CancellationToken cancellationToken) =>
        models.EndpointAsync(model, cancellationToken);

    public ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(ModelIdentity model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken) =>
        models.AskAsync(model, question, cancellationToken);
}
