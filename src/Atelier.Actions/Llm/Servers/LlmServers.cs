using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using Atelier.Actions.Http;
using Atelier.Sdk.Models;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace Atelier.Actions.Llm.Servers;

/// <summary>What the <c>llm.*</c> actions of a process share about servers: connections, pace, and what was learned of each. Safe from many threads.</summary>
internal sealed class LlmServers(OutboundPolicy policy)
{
    private readonly HttpConnections _connections = new(policy);
    private readonly ConcurrentDictionary<(ModelEndpoint, bool), (ChatClient Chat, EmbeddingClient Embeddings)> _clients = new();
    private readonly ConcurrentDictionary<(Uri, string), ServerPace> _paces = new();
    private readonly ConcurrentDictionary<(Uri, string), bool> _withoutSchemas = new();
    private readonly ConcurrentDictionary<string, string?> _origins = new();

    /// <summary>The pace of one model of one server.</summary>
    public ServerPace PaceOf(ModelEndpoint endpoint) => _paces.GetOrAdd((endpoint.BaseAddress, endpoint.Model), static _ => new ServerPace());

    /// <summary>Whether the server is thought to hold answers to a schema itself; so is every one until it shows otherwise.</summary>
    public bool KnowsSchemas(ModelEndpoint endpoint) => !_withoutSchemas.ContainsKey((endpoint.BaseAddress, endpoint.Model));

    /// <summary>It refused a schema, or took it and answered otherwise.</summary>
    public void KnowsNoSchemas(ModelEndpoint endpoint) => _withoutSchemas[(endpoint.BaseAddress, endpoint.Model)] = true;

    /// <summary>A registered model turned out to be at this address.</summary>
    public void Learn(string model, ModelEndpoint endpoint)
    {
        var origin = HttpFailures.Origin(endpoint.BaseAddress);
        _origins.AddOrUpdate(model, origin, (_, known) => known == origin ? known : null);
    }

    /// <summary>Where a registered model was found; null: not asked yet, or workflows mean different ones by the name.</summary>
    public string? OriginOf(string model) => _origins.GetValueOrDefault(model);

    /// <summary>A client for chats.</summary>
    public ChatClient ChatsOf(ModelEndpoint endpoint, bool allowPrivate) => ClientsOf(endpoint, allowPrivate).Chat;

    /// <summary>A client for embeddings.</summary>
    public EmbeddingClient EmbeddingsOf(ModelEndpoint endpoint, bool allowPrivate) => ClientsOf(endpoint, allowPrivate).Embeddings;

    private (ChatClient Chat, EmbeddingClient Embeddings) ClientsOf(ModelEndpoint endpoint, bool allowPrivate) => _clients.GetOrAdd((endpoint, allowPrivate), pair =>
    {
        // Retries and times are the engine's business: a try here is a try of the step.
        var options = new OpenAIClientOptions
        {
            Endpoint = pair.Item1.BaseAddress,
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            Transport = new HttpClientPipelineTransport(_connections.For(pair.Item2)),
            UserAgentApplicationId = "Atelier",
        };
        if (pair.Item1.ApiKey is null)
        {
            options.AddPolicy(new KeylessPolicy(), PipelinePosition.BeforeTransport);
        }

        var client = new OpenAIClient(new ApiKeyCredential(pair.Item1.ApiKey ?? "none"), options);
        return (client.GetChatClient(pair.Item1.Model), client.GetEmbeddingClient(pair.Item1.Model));
    });
}
