using System.Net.ServerSentEvents;
using System.Text.Json;
using Atelier.Api.Serialization;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Events;

/// <summary>A stream of events as a browser reads it.</summary>
internal sealed class SentEvents : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private SentEvents(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _items = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    public static async Task<SentEvents> OpenAsync(ServerUnderTest server, string path, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1{path}");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new SentEvents(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The next event; null: the stream has ended.</summary>
    public async Task<(string Name, string? Id, string Data)?> NextAsync() =>
        await _items.MoveNextAsync() ? (_items.Current.EventType, _items.Current.EventId, _items.Current.Data) : null;

    /// <summary>Events of a name until one fits, or until the stream ends.</summary>
    public async Task<List<T>> UntilAsync<T>(Func<T, bool> last)
    {
        var all = new List<T>();
        while (await NextAsync() is { } next && next.Name != "end")
        {
            all.Add(JsonSerializer.Deserialize<T>(next.Data, ApiJson.Options)!);
            if (last(all[^1]))
            {
                break;
            }
        }

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync();
        _response.Dispose();
    }
}
