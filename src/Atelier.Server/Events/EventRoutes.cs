using Atelier.Api.Events;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Live;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;

namespace Atelier.Server.Events;

/// <summary>What changes, as it changes: <c>/events</c> of the home, <c>/runs/{run}/events</c> of a run.</summary>
internal static class EventRoutes
{
    // The document names the record that is the data of each event.
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events", HomeAsync).Requires(Scope.Read).WithTags("Events").WithSummary("Server-sent events of the home: runs that changed, at most five times a second.")
            .Produces<HomeEvent>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapGet("/runs/{run}/events", RunAsync).Requires(Scope.Read).WithTags("Events").WithSummary("Server-sent events of a run: its newest state, at most five times a second; `end` after the last.")
            .Produces<RunEvent>(StatusCodes.Status200OK, "text/event-stream").Produces<Atelier.Api.Problems.Problem>(StatusCodes.Status404NotFound, Refusal.ContentType);
    }

    private static async Task HomeAsync(HttpContext context, OwnedHome home, HomeEventTexts texts, TimeProvider time, IHostApplicationLifetime life)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        using var reader = home.Live.WatchHome();
        var stream = new EventStream(context.Response, time, ending.Token);
        await Quietly(ending.Token, async () =>
        {
            await stream.BeginAsync().ConfigureAwait(false);
            for (var seen = 0L; await stream.NextAsync(reader).ConfigureAwait(false) is { } frame; seen = frame.Number)
            {
                await stream.WriteAsync(frame.Number == seen + 1 ? texts.Of(frame.State) : texts.OfMissed(frame.State)).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    private static async Task RunAsync(string run, HttpContext context, OwnedHome home, RunReader runs, RunEventTexts texts, TimeProvider time, IHostApplicationLifetime life)
    {
        if (runs.Find(run) is not { } row)
        {
            await Refusal.NoRun(run).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        using var reader = home.Live.Watch(row.Run);
        var stream = new EventStream(context.Response, time, ending.Token);
        await Quietly(ending.Token, async () =>
        {
            await stream.BeginAsync().ConfigureAwait(false);
            var ended = false;
            for (var seen = 0L; !ended && await stream.NextAsync(reader).ConfigureAwait(false) is { } frame; seen = frame.Number)
            {
                await stream.WriteAsync(texts.Of(frame.State, whole: seen == 0 || frame.Number != seen + 1)).ConfigureAwait(false);
                ended = frame.State is { Ended: true, Counters.Exact: true };
            }

            await stream.WriteAsync(EventStream.Text("end", null, "{}"u8)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>A reader that went away, and a server that stops, end a stream without a word.</summary>
    public static async Task Quietly(CancellationToken ending, Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
        }
    }
}
