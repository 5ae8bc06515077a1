using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Tests.Llm;

/// <summary>Registered models: endpoints by name, and a model of this machine called <c>tiny</c> whose answers the test gives.</summary>
internal sealed class FakeModels : IModels
{
    public Dictionary<string, ModelEndpoint> Endpoints { get; } = [];

    public Queue<string> Answers { get; } = [];

    public List<object> Questions { get; } = [];

    public ModelKind TinyKind { get; set; } = ModelKind.Vlm;

    public ValueTask<ModelAnswer<ModelIdentity>> FindAsync(string name, CancellationToken cancellationToken) => ValueTask.FromResult<ModelAnswer<ModelIdentity>>(
        Endpoints.ContainsKey(name) ? new ModelIdentity(name, ModelKind.Openai, "sha256:0123456789abcdef0123")
        : name == "tiny" ? new ModelIdentity(name, TinyKind, "sha256:fedcba9876543210fedc")
        : StepFailure.Permanent("ATL5701", $"there is no model `{name}` here."));

    public ValueTask<ModelAnswer<ModelEndpoint>> EndpointAsync(ModelIdentity model, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ModelAnswer<ModelEndpoint>>(Endpoints[model.Name]);

    public ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(ModelIdentity model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        lock (Questions)
        {
            Questions.Add(question);
        }

        if (question is GenerateText generate)
        {
            var text = Answers.Dequeue();
            generate.OnText?.Invoke(text);
            return ValueTask.FromResult<ModelAnswer<TAnswer>>((TAnswer)(object)new GeneratedText(text, 11, 7, "stop"));
        }

        return ValueTask.FromResult<ModelAnswer<TAnswer>>((TAnswer)(object)(float[])[3, 4]);
    }
}
