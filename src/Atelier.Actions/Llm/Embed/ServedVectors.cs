using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Embed;

/// <summary>Vectors of a server, as it gives them.</summary>
internal sealed class ServedVectors(LlmServers servers, ServerTarget target, string maker, ActionContext context)
{
    /// <summary>Texts a request: what all kinds of servers take.</summary>
    private const int BatchSize = 64;

    /// <summary>The vectors in the order of the texts, and the model as the server names it. Throws <see cref="HttpFailureException"/>.</summary>
    public async ValueTask<(IReadOnlyList<float[]> Vectors, string Model)> EmbedAsync(IReadOnlyList<string> texts, int? dimensions, CancellationToken cancellationToken)
    {
        var vectors = new List<float[]>();
        var model = target.Endpoint.Model;
        var exchange = new ServerExchange(servers, target, context);
        foreach (var batch in texts.Chunk(BatchSize))
        {
            var tokens = batch.Sum(text => (text.Length / 4) + 1);
            var answer = await exchange.EmbedAsync(Request(batch, dimensions), tokens, (_, stream) => ReadAsync(stream, cancellationToken), cancellationToken).ConfigureAwait(false);
            vectors.AddRange(Vectors(answer, batch.Length));
            model = answer.TryGetProperty("model", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : model;
            var read = answer.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty("prompt_tokens", out var count) && count.TryGetInt64(out var counted) ? counted : (long?)null;
            exchange.Note(maker, tokens, read, null);
        }

        return (vectors, model);
    }

    private byte[] Request(string[] texts, int? dimensions)
    {
        var request = new JsonObject
        {
            ["model"] = target.Endpoint.Model,
            ["input"] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]),
            ["encoding_format"] = "float",
        };
        if (dimensions is { } length)
        {
            request["dimensions"] = length;
        }

        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    private async ValueTask<JsonElement> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Unreadable("answered with something else than vectors");
        }
        catch (JsonException)
        {
            throw Unreadable("answered with something else than JSON");
        }
    }

    // By their index where it is told: not every server keeps the order.
    private float[][] Vectors(JsonElement answer, int expected)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array || data.GetArrayLength() != expected)
        {
            throw Unreadable($"answered with {(data.ValueKind == JsonValueKind.Array ? data.GetArrayLength() : 0)} vectors for {expected} texts");
        }

        var vectors = new float[expected][];
        var place = 0;
        foreach (var one in data.EnumerateArray())
        {
            var index = one.TryGetProperty("index", out var told) && told.TryGetInt32(out var number) ? number : place;
            if (index < 0 || index >= expected || vectors[index] is not null || !one.TryGetProperty("embedding", out var embedding) || embedding.ValueKind != JsonValueKind.Array || embedding.GetArrayLength() == 0)
            {
                throw Unreadable("answered with a vector that is none");
            }

            vectors[index] = [.. embedding.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Number ? value.GetSingle() : float.NaN)];
            place++;
        }

        return vectors;
    }

    private HttpFailureException Unreadable(string what) => new(ServerFailures.Unreadable(target.Endpoint, what, null));
}
