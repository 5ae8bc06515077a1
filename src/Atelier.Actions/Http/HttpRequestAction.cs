using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary><c>http.request</c>: one request, or a request a page. Every request but GET, HEAD and OPTIONS carries the step's idempotency key.</summary>
internal sealed class HttpRequestAction(OutboundPolicy policy) : StepAction<HttpRequestInput, HttpRequestOutput>
{
    private readonly HttpConnections _connections = new(policy);

    public override ActionMetadata Metadata { get; } = new("http.request", 1, ReuseClass.Sampled, "Sends an HTTP request and reads the answer as JSON, text or an artifact.")
    {
        ReuseOutsideItems = ReuseClass.Observe,
        Queue = "fast",
        Start = StartRecord.Unawaited,
        Example = """
            - id: look_up
              uses: http.request
              with:
                url: https://example.org/api/paintings
                query: { q: "${painting.name}" }
                headers: { authorization: "Bearer ${secrets.token}" }
                response_as: json
            """,
    };

    protected override string? Endpoint(HttpRequestInput input) =>
        HttpBodies.Address(input, null, out _) is { } url ? HttpFailures.Origin(url) : null;

    protected override async ValueTask<ActionResult<HttpRequestOutput>> ExecuteAsync(HttpRequestInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (Mistake(input, out var url, out var silence) is { } mistake)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, mistake);
        }

        var at = url!;
        try
        {
            var exchange = new HttpExchange(input, _connections.For(input.AllowPrivate), silence, context);
            return input.Pages is { } pages
                ? await PagesAsync(input, pages, exchange, at, silence, context, cancellationToken).ConfigureAwait(false)
                : (await OneAsync(input, exchange, at, silence, context, cancellationToken).ConfigureAwait(false)).Output;
        }
        catch (HttpFailureException exception)
        {
            return exception.Failure;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (HttpFailures.From(exception, at, input.Method) is { } failure)
        {
            return failure;
        }
    }

    private static string? Mistake(HttpRequestInput input, out Uri? url, out TimeSpan silence)
    {
        url = HttpBodies.Address(input, null, out var mistake);
        if (!DurationText.TryParse(input.Timeout, out silence, out var wrong) || silence <= TimeSpan.Zero || silence > TimeSpan.FromDays(1))
        {
            return $"`timeout`: {wrong ?? "must be more than zero and at most a day"}";
        }

        return url is null ? mistake
            : HttpBodies.IsAmbiguous(input) ? "at most one of `json`, `form`, `multipart` and `body` may be given"
            : !ExpectedStatus.IsValid(input.ExpectedStatus) ? "`expected_status` takes numbers such as 200 and classes such as 2xx"
            : input.Method.Length == 0 || !input.Method.All(char.IsAsciiLetter) ? $"`{input.Method}` is no method"
            : input.Pages is { } pages && pages.Next != "link" && !pages.Next.StartsWith('/') ? "`pages.next` is `link` or a JSON pointer, which begins with `/`"
            : input.Pages is { Max: < 1 } ? "`pages.max` must be at least 1"
            : null;
    }

    private static async ValueTask<(HttpRequestOutput Output, (string? Cursor, Uri? Url) Next)> OneAsync(
        HttpRequestInput input, HttpExchange exchange, Uri url, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        var (response, answered) = await exchange.SendAsync(url, cancellationToken).ConfigureAwait(false);
        using (response)
        {
            if (!ExpectedStatus.Contains(input.ExpectedStatus, (int)response.StatusCode))
            {
                var excerpt = await HttpReply.ExcerptAsync(response, answered, silence, context, cancellationToken).ConfigureAwait(false);
                throw new HttpFailureException(HttpFailures.Status(response, answered, input.Method, excerpt, context.Time.GetUtcNow()));
            }

            var (body, artifact) = await HttpReply.ReadAsync(input, response, answered, silence, context, cancellationToken).ConfigureAwait(false);
            var output = new HttpRequestOutput
            {
                Status = (int)response.StatusCode,
                Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value)),
                Body = body,
                Artifact = artifact,
                Url = HttpFailures.Shown(answered),
            };
            return (output, input.Pages is { } pages ? NextPage.Find(pages, response, answered, body) : default);
        }
    }

    private static async ValueTask<HttpRequestOutput> PagesAsync(
        HttpRequestInput input, HttpPages pages, HttpExchange exchange, Uri url, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        var items = new List<JsonElement>();
        var seen = new HashSet<string> { url.AbsoluteUri };
        for (var number = 1; ; number++)
        {
            var (output, next) = await OneAsync(input, exchange, url, silence, context, cancellationToken).ConfigureAwait(false);
            items.AddRange(NextPage.Items(pages, output.Body, url));
            var target = next.Cursor is { } cursor ? HttpBodies.Address(input, cursor, out _) : next.Url;
            if (target is null || number == pages.Max)
            {
                if (target is not null)
                {
                    context.Log(StepLogLevel.Warning, $"there are more than {pages.Max} pages; the rest was not read (`pages.max`)");
                }

                return output with { Body = JsonSerializer.SerializeToElement(items), More = target is not null };
            }

            if (target.Host != url.Host && input.Redirects != RedirectRule.Any)
            {
                throw new HttpFailureException(StepFailure.Permanent(ActionCodes.RedirectRefused, $"the next page of {HttpFailures.Shown(url)} is on another host, {target.Host}; allow it with `redirects: any`"));
            }

            if (!seen.Add(target.AbsoluteUri))
            {
                throw new HttpFailureException(StepFailure.Permanent(ActionCodes.HttpUnreadable, $"the pages of {HttpFailures.Shown(url)} turn in a circle: a next page came twice"));
            }

            url = target;
        }
    }
}
