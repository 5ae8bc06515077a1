using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>Sends one request and follows the redirects that the step allows.</summary>
internal sealed class HttpExchange(HttpRequestInput input, HttpClient connections, TimeSpan silence, ActionContext context)
{
    private const int MaxRedirects = 10;

    /// <summary>The answer with its body unread, and the address that gave it. Throws <see cref="HttpFailureException"/>.</summary>
    public async ValueTask<(HttpResponseMessage Response, Uri Url)> SendAsync(Uri url, CancellationToken cancellationToken)
    {
        var (method, first, withBody) = (input.Method, url, true);
        for (var redirects = 0; ; redirects++)
        {
            var response = await SendOnceAsync(method, url, withBody, sameHost: url.Host == first.Host, cancellationToken).ConfigureAwait(false);
            if (input.Redirects == RedirectRule.None || response.Headers.Location is not { } location || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return (response, url);
            }

            var target = new Uri(url, location);
            var refusal = Refusal(url, target, redirects);
            response.Dispose();
            if (refusal is not null)
            {
                throw new HttpFailureException(StepFailure.Permanent(ActionCodes.RedirectRefused, refusal));
            }

            // 307 and 308 repeat the request; the others fetch the answer with GET, as browsers do (RFC 9110 15.4).
            if ((int)response.StatusCode is not (307 or 308) && !HttpFailures.IsSafe(method))
            {
                (method, withBody) = ("GET", false);
            }

            url = target;
        }
    }

    private string? Refusal(Uri from, Uri to, int redirects)
    {
        if (redirects == MaxRedirects)
        {
            return $"{HttpFailures.Shown(from)} redirects for the {MaxRedirects + 1}th time; it may turn in a circle";
        }

        if (to.Scheme is not ("http" or "https"))
        {
            return $"{HttpFailures.Shown(from)} redirects to `{to.Scheme}:`, which is not followed";
        }

        if (input.Redirects == RedirectRule.Any)
        {
            return null;
        }

        return !string.Equals(from.Host, to.Host, StringComparison.OrdinalIgnoreCase)
            ? $"{HttpFailures.Shown(from)} redirects to another host, {to.Host}; name that address, or allow it with `redirects: any`"
            : from.Scheme == "https" && to.Scheme == "http"
                ? $"{HttpFailures.Shown(from)} redirects from https to http; allow it with `redirects: any`"
                : null;
    }

    private async ValueTask<HttpResponseMessage> SendOnceAsync(string method, Uri url, bool withBody, bool sameHost, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), url);
        request.Content = withBody ? await HttpBodies.ContentAsync(input, context, cancellationToken).ConfigureAwait(false) : null;
        AddHeaders(request, sameHost);
        using var watch = new CancellationTokenSource(silence, context.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(watch.Token, cancellationToken);
        try
        {
            return await connections.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            var timeout = watch.IsCancellationRequested ? new TimeoutException($"no answer within {DurationText.Format(silence)}") : (Exception)exception;
            throw new HttpFailureException(HttpFailures.From(timeout, url, method) ?? throw new InvalidOperationException("a timeout is a failure", exception));
        }
        catch (Exception exception) when (HttpFailures.From(exception, url, method) is { } failure)
        {
            throw new HttpFailureException(failure);
        }
    }

    private void AddHeaders(HttpRequestMessage request, bool sameHost)
    {
        foreach (var (name, value) in input.Headers ?? new Dictionary<string, string>())
        {
            // Another host gets no credentials that were meant for the first.
            if (!sameHost && name.ToLowerInvariant() is ("authorization" or "cookie" or "proxy-authorization" or "x-api-key"))
            {
                continue;
            }

            if (request.Headers.TryAddWithoutValidation(name, value))
            {
                continue;
            }

            request.Content ??= new ByteArrayContent([]);
            request.Content.Headers.Remove(name);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }

        if (!request.Headers.UserAgent.Any())
        {
            request.Headers.TryAddWithoutValidation("User-Agent", "Atelier");
        }

        if (!HttpFailures.IsSafe(request.Method.Method) && !request.Headers.Contains("Idempotency-Key"))
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", context.IdempotencyKey);
        }
    }
}
