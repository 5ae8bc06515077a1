using System.Text.Json;
using Atelier.Api.Logs;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Api.Serialization;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Server.Events;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Logs;

/// <summary><c>/runs/{run}/log</c>: what bodies wrote, by pages and as it comes.</summary>
internal static class LogRoutes
{
    public static void MapLogs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/runs/{run}/log", Page).Requires(Scope.Read).WithTags("Logs").WithSummary("Lines of a run's log.");
        routes.MapGet("/runs/{run}/log/stream", StreamAsync).Requires(Scope.Read).WithTags("Logs").WithSummary("Server-sent events: lines of a run's log as they come; `end` after the last.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Produces<Atelier.Api.Problems.Problem>(StatusCodes.Status404NotFound, Refusal.ContentType);
    }

    private static Results<Ok<Page<LogLineResponse>>, Refusal> Page(string run, RunReader runs, OwnedHome home, long after = 0, string? step = null, string? key = null, string? level = null, int limit = 100)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        if (LogFilter.Of(step, key, level) is not { } filter)
        {
            return Refusal.Bad(ServerCodes.BadQuery, $"`level` is one of {LogFilter.Levels}, not `{level}`");
        }

        return TypedResults.Ok(new LogPage(home.Queries, row.Run, runs.PlanOf(row)).Read(after, filter, limit));
    }

    private static async Task StreamAsync(string run, HttpContext context, OwnedHome home, RunReader runs, TimeProvider time, IHostApplicationLifetime life, long after = 0)
    {
        if (runs.Find(run) is not { } row)
        {
            await Refusal.NoRun(run).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        using var reader = home.Live.WatchLog(row.Run);
        var stream = new EventStream(context.Response, time, ending.Token);
        var page = new LogPage(home.Queries, row.Run, runs.PlanOf(row));
        var last = long.TryParse(context.Request.Headers["Last-Event-ID"], out var seen) ? seen : after;
        await EventRoutes.Quietly(ending.Token, async () =>
        {
            await stream.BeginAsync().ConfigureAwait(false);
            var more = true;
            while (more && await stream.NextAsync(reader).ConfigureAwait(false) is not null)
            {
                // Whether it has ended is asked before its lines are read: what is written before the end is read then.
                more = home.Queries.FindRun(row.Run) is { Phase: not RunPhase.Ended };
                while (page.Read(last, LogFilter.All, Paging.Most) is { Items: [.., var newest] lines })
                {
                    foreach (var line in lines)
                    {
                        await stream.WriteAsync(EventStream.Text("log", line.Number, JsonSerializer.SerializeToUtf8Bytes(line, ApiJson.Options))).ConfigureAwait(false);
                    }

                    last = newest.Number;
                }
            }

            await stream.WriteAsync(EventStream.Text("end", null, "{}"u8)).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }
}
