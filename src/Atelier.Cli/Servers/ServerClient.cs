using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Serialization;
using Atelier.Cli.Terminals;

namespace Atelier.Cli.Servers;

/// <summary>
/// Asks a server over HTTP. What may safely be asked again is, twice, when the answer breaks off; a refusal becomes a <see cref="CommandException"/>
/// with the server's code. Calls block: a command has nothing else to do.
/// </summary>
internal sealed class ServerClient : IDisposable
{
    private const int LargestPage = 500;
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];

    /// <summary>A newer server may say more than this program knows.</summary>
    private static readonly JsonSerializerOptions Reading = new(ApiJson.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip };

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly CancellationToken _interrupted;

    private ServerClient(ServerLocation location, TimeProvider time, CancellationToken interrupted)
    {
        (Location, _time, _interrupted) = (location, time, interrupted);
        // A proxy or another address must not learn the token; a redirect is told instead of followed.
        var handler = new SocketsHttpHandler { ConnectTimeout = Connecting, AllowAutoRedirect = false, UseCookies = false, UseProxy = !location.IsHere };
        _http = new HttpClient(handler) { BaseAddress = new Uri(location.Address, ApiHeaders.Base.TrimStart('/') + "/"), Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("atelier");
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (location.Token is { } token)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    /// <summary>Where it is.</summary>
    public ServerLocation Location { get; }

    /// <summary>Opens nothing yet; says once where the token can be read on its way.</summary>
    public static ServerClient Open(ServerLocation location, Terminal terminal, TimeProvider time, CancellationToken interrupted)
    {
        if (location.IsOpen)
        {
            terminal.Tell($"warning: {location} is another machine and is asked without encryption: whoever is on the way can read the token and what is sent. Use https.");
        }

        return new ServerClient(location, time, interrupted);
    }

    /// <summary>Reads.</summary>
    public T Get<T>(string path)
    {
        using var response = Send(HttpMethod.Get, path);
        return Read<T>(response);
    }

    /// <summary>Reads; null: there is no such thing.</summary>
    public T? Find<T>(string path)
        where T : class
    {
        using var response = Send(HttpMethod.Get, path, allow: HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode ? Read<T>(response) : null;
    }

    /// <summary>Reads a list by pages while it is gone through.</summary>
    /// <param name="path">With its filters: <c>runs?workflow=a</c>.</param>
    /// <param name="pageOf">Where a page has its rows and its next.</param>
    /// <param name="limit">Rows that will be looked at; the pages are no larger.</param>
    public IEnumerable<TRow> List<TPage, TRow>(string path, Func<TPage, (IReadOnlyList<TRow> Rows, string? Next)> pageOf, long limit = long.MaxValue)
    {
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var size = (int)Math.Clamp(limit, 1, LargestPage);
        for (string? next = null; ;)
        {
            var (rows, after) = pageOf(Get<TPage>($"{path}{separator}limit={size}{(next is null ? string.Empty : $"&after={Uri.EscapeDataString(next)}")}"));
            foreach (var row in rows)
            {
                yield return row;
            }

            if (after is null)
            {
                yield break;
            }

            next = after;
        }
    }

    /// <summary>Reads a list that comes as <see cref="Page{T}"/>.</summary>
    public IEnumerable<T> List<T>(string path, long limit = long.MaxValue) => List<Page<T>, T>(path, static page => (page.Items, page.Next), limit);

    /// <summary>Asks for a change and reads the answer.</summary>
    /// <param name="method">How.</param>
    /// <param name="path">What.</param>
    /// <param name="body">Null: none.</param>
    /// <param name="key">The same key is taken once, so it may be asked again; null: it may not.</param>
    /// <param name="patient">True: it may take as long as it takes.</param>
    public T Change<T>(HttpMethod method, string path, object? body = null, string? key = null, bool patient = false)
    {
        using var response = Send(method, path, body, key, patient);
        return Read<T>(response);
    }

    /// <summary>Asks for a change that answers nothing.</summary>
    public void Change(HttpMethod method, string path, object? body = null) => Send(method, path, body).Dispose();

    /// <summary>Asks for a change; false: there is no such thing.</summary>
    public bool TryChange(HttpMethod method, string path)
    {
        using var response = Send(method, path, allow: HttpStatusCode.NotFound);
        return response.IsSuccessStatusCode;
    }

    /// <summary>Asks without reading the body; null: there is no such thing. To be disposed of.</summary>
    public HttpResponseMessage? TryOpen(HttpMethod method, string path)
    {
        var response = Send(method, path, whole: false, allow: HttpStatusCode.NotFound);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        response.Dispose();
        return null;
    }

    /// <summary>A stream of events; ends when the server ends it. To be disposed of.</summary>
    /// <exception cref="HttpRequestException">The server is away, or says that it is busy: it may be well a moment later.</exception>
    public async Task<HttpResponseMessage> OpenEventsAsync(string path, string? after, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (after is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", after);
        }

        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            using (response)
            {
                throw ServerRefusals.PauseAfter(response, TimeSpan.Zero, 0) is null ? ServerRefusals.Of(response, this) : new HttpRequestException($"it answered with status {(int)response.StatusCode}");
            }
        }

        return response;
    }

    /// <summary>Reads a body.</summary>
    public T Read<T>(HttpResponseMessage response)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(response.Content.ReadAsStream(_interrupted), Reading) ?? throw ServerRefusals.Strange(Location, "it answered nothing");
        }
        catch (JsonException exception)
        {
            throw ServerRefusals.Strange(Location, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Reads JSON.</summary>
    public T Parse<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Reading) ?? throw ServerRefusals.Strange(Location, "it answered nothing");
        }
        catch (JsonException exception)
        {
            throw ServerRefusals.Strange(Location, exception.Message.TrimEnd('.'));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private HttpResponseMessage Send(HttpMethod method, string path, object? body = null, string? key = null, bool patient = false, bool whole = true, HttpStatusCode? allow = null)
    {
        var again = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put || key is not null;
        for (var attempt = 0; ; attempt++)
        {
            var pause = again && attempt < Pauses.Length ? Pauses[attempt] : (TimeSpan?)null;
            try
            {
                var response = SendOnce(method, path, body, key, patient, whole);
                if (response.IsSuccessStatusCode || response.StatusCode == allow)
                {
                    return response;
                }

                using (response)
                {
                    pause = ServerRefusals.PauseAfter(response, pause, attempt) ?? throw ServerRefusals.Of(response, this);
                }
            }
            catch (HttpRequestException exception) when (pause is null || ServerRefusals.IsUnreachable(exception))
            {
                throw ServerRefusals.Of(exception, Location);
            }
            catch (HttpRequestException)
            {
                // The answer broke off: asked again below.
            }

            _interrupted.WaitHandle.WaitOne(pause!.Value);
            _interrupted.ThrowIfCancellationRequested();
        }
    }

    private HttpResponseMessage SendOnce(HttpMethod method, string path, object? body, string? key, bool patient, bool whole)
    {
        using var limit = patient ? new CancellationTokenSource() : new CancellationTokenSource(Answering, _time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_interrupted, limit.Token);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: ApiJson.Options) };
        if (key is not null)
        {
            request.Headers.Add(ApiHeaders.IdempotencyKey, key);
        }

        try
        {
            return _http.Send(request, whole ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead, ended.Token);
        }
        catch (OperationCanceledException) when (!_interrupted.IsCancellationRequested)
        {
            throw CommandException.Refused(CliCodes.NoServer, $"{Location} did not answer within {Answering.TotalSeconds:0} s");
        }
    }
}
