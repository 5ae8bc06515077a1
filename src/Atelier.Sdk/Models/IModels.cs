namespace Atelier.Sdk.Models;

/// <summary>
/// The models a body may ask. Calls of many bodies that ask the same model the same kind of question are put together into batches; loading, sharing and
/// putting away is done behind this. Safe from many threads.
/// </summary>
public interface IModels
{
    /// <summary>Finds a model by the name a workflow gives it and tells the digest of its files. Loads nothing.</summary>
    /// <returns>The identity, or a permanent failure that names the known models.</returns>
    ValueTask<ModelAnswer<ModelIdentity>> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Asks one question; waits while the model is loaded and while its memory is in use by others.</summary>
    /// <returns>The answer, or a failure: permanent for a picture that cannot be read or a model that cannot answer such questions, unavailable while its host cannot run.</returns>
    ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(ModelIdentity model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken);

    /// <summary>Where a model of kind <see cref="ModelKind.Openai"/> is asked; such models answer no questions of <see cref="AskAsync"/>.</summary>
    /// <returns>The endpoint with its key resolved, or a permanent failure: another kind of model, or a secret that is not set.</returns>
    ValueTask<ModelAnswer<ModelEndpoint>> EndpointAsync(ModelIdentity model, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ModelAnswer<ModelEndpoint>>(StepFailure.Permanent("ATL5601", $"model `{model.Name}` is not asked through a server. Register one of kind `openai`, or give `endpoint` instead of `model`."));
}
