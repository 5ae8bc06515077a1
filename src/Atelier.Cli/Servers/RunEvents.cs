using System.Net.ServerSentEvents;
using System.Text.Json;
using Atelier.Api.Events;

namespace Atelier.Cli.Servers;

/// <summary>
/// What a run looks like, as its server tells it: the newest state at once, then each that follows, to the last. A connection that was lost is made anew;
/// nothing is missed by that, for every event holds the whole state.
/// </summary>
internal sealed class RunEvents(ServerClient client, TimeProvider time)
{
    /// <summary>How long a server may be away, which is longer than a restart takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Gives every state to <paramref name="see"/> until it answers true or the run has ended.</summary>
    public async Task WatchAsync(string path, Func<RunEvent, bool> see, CancellationToken cancellationToken)
    {
        string? last = null;
        var heard = time.GetTimestamp();
        while (true)
        {
            Exception lost;
            try
            {
                using var response = await client.OpenEventsAsync(path, last, cancellationToken).ConfigureAwait(false);
                await using var stream = new LivelyStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), time);
                await foreach (var item in SseParser.Create(stream, (name, data) => (Name: name, Event: name == "run" ? client.Parse<RunEvent>(data) : null)).EnumerateAsync(cancellationToken).ConfigureAwait(false))
                {
                    (heard, last) = (time.GetTimestamp(), item.EventId ?? last);
                    if (item.Data.Name == "end" || (item.Data.Event is { } state && see(state)))
                    {
                        return;
                    }
                }

                lost = new HttpRequestException(HttpRequestError.ResponseEnded, "the stream of events ended");
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException)
            {
                lost = exception;
            }

            if (time.GetElapsedTime(heard) > Patience)
            {
                throw ServerRefusals.Of(lost as HttpRequestException ?? new HttpRequestException(lost.Message, lost), client.Location);
            }

            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }
}
