using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>Looks which servers of language models run on this machine, at the addresses they have unless told otherwise.</summary>
public static class LocalServers
{
    /// <summary>A server of this machine that needs longer to list its models is busy or something else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private const int LongestList = 4 << 20;

    /// <summary>Those that answer, in the order of <see cref="ModelServer.All"/>; asks all at once and never fails.</summary>
    public static Task<IReadOnlyList<LocalServer>> FindAsync(TimeProvider time, CancellationToken cancellationToken) =>
        FindAsync(ModelServer.All.Where(static server => server.IsLocal), time, cancellationToken);

    internal static async Task<IReadOnlyList<LocalServer>> FindAsync(IEnumerable<ModelServer> servers, TimeProvider time, CancellationToken cancellationToken)
    {
        // What listens there may be anything, and a proxy has no business on this machine.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LongestList };
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var found = await Task.WhenAll(servers.Select(server => AskAsync(server, client, both.Token))).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return [.. found.OfType<LocalServer>()];
    }

    private static async Task<LocalServer?> AskAsync(ModelServer server, HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(server.Address + "/models"), cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode && ModelsOf(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) is { } models
                ? new LocalServer(server.Name, server.Address, models)
                : null;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or JsonException or IOException)
        {
            return null;
        }
    }

    // {"object":"list","data":[{"id":"llava:7b",...}]}; Ollama without models says "data":null.
    private static string[]? ModelsOf(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("data", out var data) ? null
            : data.ValueKind == JsonValueKind.Null ? []
            : data.ValueKind != JsonValueKind.Array ? null
            : [.. data.EnumerateArray().Select(IdOf).OfType<string>().Order(StringComparer.Ordinal)];
    }

    private static string? IdOf(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
