namespace Atelier.Sdk.Models;

/// <summary>Where no models are set up.</summary>
internal sealed class NoModels : IModels
{
    public static NoModels Instance { get; } = new();

    public ValueTask<ModelAnswer<ModelIdentity>> FindAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ModelAnswer<ModelIdentity>>(StepFailure.Permanent("ATL5701", $"there is no model `{name}` here. Add it with `atelier models add`, or write it under `models:` of the workflow."));

    public ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(ModelIdentity model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("no model was found, so none can be asked");
}
