using System.Net;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>What went wrong in an exchange, as a failure. Addresses are shown without their query, which may hold secrets.</summary>
internal static class HttpFailures
{
    /// <summary>The address as people may see it.</summary>
    public static string Shown(Uri url) => url.GetLeftPart(UriPartial.Path);

    public static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether a method changes nothing by its meaning.</summary>
    public static bool IsSafe(string method) => method.ToUpperInvariant() is "GET" or "HEAD" or "OPTIONS";

    /// <summary>The failure of sending, or null for an exception that is no failure of the exchange.</summary>
    public static StepFailure? From(Exception exception, Uri url, string method)
    {
        if (Find<AddressRefusedException>(exception) is { } refused)
        {
            return StepFailure.Permanent(
                ActionCodes.AddressRefused,
                $"{Shown(url)} is not reached: {refused.Host} is at {refused.Address}, which is a private address; set `allow_private: true` when this is meant, and see that the home's policy allows it");
        }

        var unknown = IsSafe(method) ? FailureEffect.None : FailureEffect.Unknown;
        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                Unreachable($"the name {url.Host} is not known", url),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } tls =>
                StepFailure.Permanent(ActionCodes.TlsFailed, $"{Shown(url)}: no secure connection: {(tls.InnerException ?? tls).Message}"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } connection =>
                Unreachable($"no connection: {(connection.InnerException ?? connection).Message}", url),
            OperationCanceledException { InnerException: TimeoutException } => Unreachable("no connection in time", url),
            TimeoutException timeout => Unreachable(timeout.Message, url) with { Effect = unknown },
            HttpRequestException or IOException and not ArtifactException =>
                StepFailure.Transient(ActionCodes.HttpBroken, $"{Shown(url)}: the exchange broke off: {exception.Message}") with { Effect = unknown },
            _ => null,
        };
    }

    /// <summary>The failure of a status that is not expected.</summary>
    public static StepFailure Status(HttpResponseMessage response, Uri url, string method, string excerpt, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var passing = status is 408 or 425 or 429 || status >= 500 && status is not (501 or 505 or 511);
        return new StepFailure
        {
            Kind = passing ? FailureKind.Transient : FailureKind.Permanent,
            Code = ActionCodes.HttpStatus,
            Message = $"{Shown(url)} answered {status} {response.ReasonPhrase ?? ((HttpStatusCode)status).ToString()}",
            Detail = excerpt.Length == 0 ? null : excerpt,
            RetryAfter = passing ? RetryAfter(response, now) : null,
            Effect = status >= 500 && !IsSafe(method) ? FailureEffect.Unknown : FailureEffect.None,
        };
    }

    private static StepFailure Unreachable(string what, Uri url) =>
        StepFailure.Unavailable(ActionCodes.HttpUnreachable, $"{Shown(url)}: {what}; it is tried again when {Origin(url)} answers", Origin(url));

    // Seconds or a date (RFC 9110 10.2.3); a date that has passed means at once.
    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}
