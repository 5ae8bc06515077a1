using System.Text.Json;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Server.Problems;

/// <summary>Turns whatever a request ends in into a problem: nobody ever sees a stack trace, and every answer has a code.</summary>
internal sealed partial class FaultBarrier(RequestDelegate next, ILogger<FaultBarrier> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (!context.Response.HasStarted && context.Response.ContentLength is null && context.Response.ContentType is null && Unnamed(context.Response.StatusCode) is { } unnamed)
            {
                await unnamed.ExecuteAsync(context).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await Of(exception, context).ExecuteAsync(context).ConfigureAwait(false);
        }
    }

    private static Refusal? Unnamed(int status) => status switch
    {
        StatusCodes.Status404NotFound => Refusal.Of(status, ServerCodes.NoRoute, "there is no such address", "`/openapi/v1.json` lists what there is."),
        StatusCodes.Status405MethodNotAllowed => Refusal.Of(status, ServerCodes.NoRoute, "this address does not take that method", "`/openapi/v1.json` lists what there is."),
        StatusCodes.Status415UnsupportedMediaType => Refusal.Of(status, ServerCodes.BadBody, "the body must be JSON", "Send `Content-Type: application/json`."),
        StatusCodes.Status413PayloadTooLarge => TooLarge(),
        >= 400 => Refusal.Of(status, status < 500 ? ServerCodes.BadBody : ServerCodes.Fault, Titles.Of(status)),
        _ => null,
    };

    private static Refusal TooLarge() => Refusal.Of(StatusCodes.Status413PayloadTooLarge, ServerCodes.TooLarge, "the body is larger than this address takes");

    private Refusal Of(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return TooLarge();
            case BadHttpRequestException { InnerException: JsonException json }:
                return Refusal.Bad(ServerCodes.BadBody, $"the body does not fit: {json.Message}");
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } when !HttpMethods.IsGet(context.Request.Method) && context.Request.ContentLength is null or 0 && context.Request.Headers.TransferEncoding.Count == 0:
                return Refusal.Bad(ServerCodes.BadBody, "the request has no body", "`/openapi/v1.json` says what this address takes.");
            case BadHttpRequestException bad:
                return Refusal.Of(bad.StatusCode, bad.StatusCode == StatusCodes.Status400BadRequest && HttpMethods.IsGet(context.Request.Method) ? ServerCodes.BadQuery : ServerCodes.BadBody, bad.Message);
            case JsonException json:
                return Refusal.Bad(ServerCodes.BadBody, $"the body does not fit: {json.Message}");
            case StoreException { Retry: true } store:
                return new RetryLater(store).Refusal;
            case StoreException store:
                return Refusal.Conflict(store.Code, store.Message);
            case ArtifactException artifact:
                return Refusal.Conflict(artifact.Code, artifact.Message);
            case RunControlException control:
                return Refusal.Conflict(ServerCodes.Conflict, control.Message);
            default:
                Faulted(logger, context.Request.Method, context.Request.Path, context.TraceIdentifier, exception);
                return Refusal.Of(StatusCodes.Status500InternalServerError, ServerCodes.Fault, "the server met a fault of its own", $"Its log tells more under {context.TraceIdentifier}.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} ({Request}) met a fault")]
    private static partial void Faulted(ILogger logger, string method, string path, string request, Exception exception);

    private readonly record struct RetryLater(StoreException Store)
    {
        public Refusal Refusal => Refusal.Of(StatusCodes.Status503ServiceUnavailable, Store.Code, Store.Message, "Try again in a few seconds.");
    }
}
