using System.Globalization;
using System.Text;
using Atelier.Hosting.Live;

namespace Atelier.Server.Events;

/// <summary>
/// Server-sent events (HTML Living Standard, section 9.2) to one browser. A slow reader holds up nobody else: while its connection takes nothing, nothing is
/// made for it.
/// </summary>
internal sealed class EventStream(HttpResponse response, TimeProvider time, CancellationToken ending)
{
    // Proxies end connections that are silent for half a minute or more.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Begins the answer; the browser comes back two seconds after a connection was lost.</summary>
    public async Task BeginAsync()
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await WriteAsync("retry: 2000\n\n"u8.ToArray()).ConfigureAwait(false);
    }

    /// <summary>Sends a text that <see cref="Text"/> made.</summary>
    public async Task WriteAsync(ReadOnlyMemory<byte> text)
    {
        await response.BodyWriter.WriteAsync(text, ending).ConfigureAwait(false);
        await response.BodyWriter.FlushAsync(ending).ConfigureAwait(false);
    }

    /// <summary>The next state of something watched; says in between that the connection is alive. Null: it is no more.</summary>
    public async Task<FeedFrame<T>?> NextAsync<T>(FeedReader<T> reader)
        where T : class
    {
        var next = reader.NextAsync(ending).AsTask();
        while (!next.IsCompleted)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(ending);
            await Task.WhenAny(next, Task.Delay(Heartbeat, time, silence.Token)).ConfigureAwait(false);
            await silence.CancelAsync().ConfigureAwait(false);
            if (!next.IsCompleted)
            {
                ending.ThrowIfCancellationRequested();
                await WriteAsync(": alive\n\n"u8.ToArray()).ConfigureAwait(false);
            }
        }

        return await next.ConfigureAwait(false);
    }

    /// <summary>An event as it crosses the wire.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="id">What a browser that comes back sends as <c>Last-Event-ID</c>; null: none.</param>
    /// <param name="json">One line of JSON.</param>
    public static byte[] Text(string name, long? id, ReadOnlySpan<byte> json)
    {
        var head = Encoding.ASCII.GetBytes(id is { } number ? string.Create(CultureInfo.InvariantCulture, $"id: {number}\nevent: {name}\ndata: ") : $"event: {name}\ndata: ");
        return [.. head, .. json, .. "\n\n"u8];
    }
}
