using System.ClientModel.Primitives;
using System.Globalization;
using Atelier.Actions.Http;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>What went wrong with a server, as a failure with its remedy. The key never stands in one.</summary>
internal static class ServerFailures
{
    private const int ShortestKey = 3;
    private static readonly TimeSpan QuotaPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>The failure of a status. <paramref name="failedAgain"/>: the server failed at another request just before, so it is the server's trouble.</summary>
    public static StepFailure Status(PipelineResponse response, string body, ModelEndpoint endpoint, bool failedAgain, DateTimeOffset now)
    {
        var error = ServerError.Read(body);
        var shown = HttpFailures.Shown(endpoint.BaseAddress);
        var says = error.Message.Length == 0 ? string.Empty : $": {error.Message}";
        var failure = response.Status switch
        {
            401 or 403 => StepFailure.Permanent(ActionCodes.LlmRefusedKey, $"{shown} refuses the key{says}. {(endpoint.ApiKey is null ? "Give one by `api_key` and a secret." : "Check the secret that `api_key` names.")}"),
            404 => StepFailure.Permanent(ActionCodes.LlmModelMissing, $"{shown} has no model `{endpoint.Model}`{says}. Ask the server for its models ({shown}/models), load it there, or mend the model's id or address."),
            413 => TooLong(),
            400 or 422 when error.Code is "context_length_exceeded" or "exceed_context_size_error" => TooLong(),
            400 when error.Code is "content_filter" => Filtered(endpoint, error.Message),
            429 when error.Code is "insufficient_quota" => StepFailure.Unavailable(ActionCodes.LlmQuota, $"{shown} says that the quota is used up{says}. Pay for more or use another key; it is tried again each minute.", HttpFailures.Origin(endpoint.BaseAddress), QuotaPause),
            429 => StepFailure.Transient(ActionCodes.LlmRateLimited, $"{shown} asks for a pause{says}. Give the model a rate limit (`requests_per_minute`, `tokens_per_minute`) when this happens often.", retryAfter: RetryAfter(response, now)),
            408 => StepFailure.Transient(ActionCodes.LlmStalled, $"{shown} ran out of time{says}"),
            502 or 503 or 504 or > 511 => Down(),
            >= 500 => failedAgain ? Down() : StepFailure.Transient(ActionCodes.LlmServerFailed, $"{shown} failed with status {response.Status}{says}"),
            _ => StepFailure.Permanent(ActionCodes.LlmRequestRefused, $"{shown} refuses the request with status {response.Status}{says}"),
        };
        return Masked(failure with { Detail = body.Length == 0 ? null : body }, endpoint);

        StepFailure TooLong() => StepFailure.Permanent(ActionCodes.LlmTooLong, $"the request is too long for `{endpoint.Model}` at {shown}{says}. Shorten the text, lower `max_side` of the pictures, or use a model with more context.");

        StepFailure Down() => StepFailure.Unavailable(ActionCodes.LlmServerFailed, $"{shown} is down (status {response.Status}){says}; it is tried again when it answers", HttpFailures.Origin(endpoint.BaseAddress), RetryAfter(response, now));
    }

    /// <summary>The failure of an exception; null for one that is no failure of the exchange.</summary>
    public static StepFailure? From(Exception exception, ModelEndpoint endpoint)
    {
        // The package wraps what the connection threw.
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is HttpFailureException { Failure: var failure })
            {
                return Masked(failure, endpoint);
            }

            // A question has no effect outside, so the exchange is as safe as a GET.
            if (inner is not TimeoutException and not TaskCanceledException && HttpFailures.From(inner, endpoint.BaseAddress, "GET") is { } known)
            {
                return Masked(known, endpoint);
            }
        }

        return exception is TimeoutException timeout ? StepFailure.Transient(ActionCodes.LlmStalled, $"{HttpFailures.Shown(endpoint.BaseAddress)}: {timeout.Message}. Raise `timeout` if the model needs longer.") : null;
    }

    /// <summary>The server or its model does not want to answer.</summary>
    public static StepFailure Filtered(ModelEndpoint endpoint, string words) => StepFailure.Permanent(
        ActionCodes.LlmFiltered, $"`{endpoint.Model}` refuses to answer{(words.Length == 0 ? " (content filter)" : $": {words}")}. Change the prompt or the picture, or take the item out.");

    /// <summary>The answer is none of the protocol.</summary>
    public static StepFailure Unreadable(ModelEndpoint endpoint, string what, string? detail) => Masked(
        StepFailure.Transient(ActionCodes.LlmUnreadable, $"{HttpFailures.Shown(endpoint.BaseAddress)} {what}", detail), endpoint);

    /// <summary>A text without the key, should the server say it back.</summary>
    public static string Masked(string text, ModelEndpoint endpoint) =>
        endpoint.ApiKey is { Length: > ShortestKey } key ? text.Replace(key, "***", StringComparison.Ordinal) : text;

    private static StepFailure Masked(StepFailure failure, ModelEndpoint endpoint) => failure with
    {
        Message = Masked(failure.Message, endpoint),
        Detail = failure.Detail is { } detail ? Masked(detail, endpoint) : null,
    };

    // Seconds, a date, or milliseconds in a header of OpenAI's.
    private static TimeSpan? RetryAfter(PipelineResponse response, DateTimeOffset now)
    {
        TimeSpan? pause = response.Headers.TryGetValue("retry-after-ms", out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds)
            : !response.Headers.TryGetValue("Retry-After", out text) ? null
            : double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds))
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - now
            : null;
        return pause is null ? null : pause < TimeSpan.Zero ? TimeSpan.Zero : pause > LongestPause ? LongestPause : pause;
    }
}
