using System.Text;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Tests.Vision;

/// <summary>Models whose answers a test writes down: by name, a function of the question. Remembers what was asked.</summary>
internal sealed class FakeModels : IModels
{
    private readonly Dictionary<string, (ModelIdentity Identity, Func<object, object> Answer)> _models = [];
    private readonly Dictionary<string, ModelEndpoint> _endpoints = [];

    public List<(string Model, object Question)> Asked { get; } = [];

    /// <summary>Adds a model; its function returns the answer or a <see cref="StepFailure"/>.</summary>
    public FakeModels Add(string name, ModelKind kind, Func<object, object> answer)
    {
        var digest = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        _models[name] = (new ModelIdentity(name, kind, digest), answer);
        return this;
    }

    /// <summary>Adds a model behind a server.</summary>
    public void Serve(string name, ModelEndpoint endpoint)
    {
        Add(name, ModelKind.Openai, _ => throw new InvalidOperationException("a served model is asked through its server"));
        _endpoints[name] = endpoint;
    }

    /// <summary>What is noted as maker for a model.</summary>
    public string MadeBy(string name) => _models[name].Identity.MadeBy;

    public string Digest(string name) => _models[name].Identity.Digest;

    public ValueTask<ModelAnswer<ModelEndpoint>> EndpointAsync(ModelIdentity model, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ModelAnswer<ModelEndpoint>>(_endpoints[model.Name]);

    public ValueTask<ModelAnswer<ModelIdentity>> FindAsync(string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ModelAnswer<ModelIdentity>>(_models.TryGetValue(name, out var model)
            ? model.Identity
            : StepFailure.Permanent("ATL5701", $"there is no model `{name}`"));

    public ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(ModelIdentity model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        Asked.Add((model.Name, question));
        return ValueTask.FromResult<ModelAnswer<TAnswer>>(_models[model.Name].Answer(question) switch
        {
            StepFailure failure => failure,
            TAnswer answer => answer,
            var other => throw new InvalidOperationException($"{other} does not answer {question}"),
        });
    }
}
