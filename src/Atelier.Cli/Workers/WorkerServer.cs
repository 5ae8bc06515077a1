using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Api.Artifacts;
using Atelier.Api.Http;
using Atelier.Api.Problems;
using Atelier.Api.Serialization;
using Atelier.Api.Workers;
using Atelier.Cli.Servers;

namespace Atelier.Cli.Workers;

/// <summary>The server that a worker works for. Safe from many threads; a failure is a <see cref="WorkerServerException"/>.</summary>
internal sealed class WorkerServer : IDisposable
{
    private const string Unreachable = "ATL7310";

    /// <summary>Longer than any claim waits.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A newer server may say more than this program knows.</summary>
    private static readonly JsonSerializerOptions Reading = new(ApiJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private readonly HttpClient _http;

    public WorkerServer(ServerLocation location)
    {
        // A redirect would carry the token to whoever the answer names.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !location.IsHere, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _http = new HttpClient(handler) { BaseAddress = new Uri(location.Address, ApiHeaders.Base.TrimStart('/') + "/workers/"), Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("atelier-worker");
        if (location.Token is { } token)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    public Task<ClaimResponse> ClaimAsync(ClaimRequest request, CancellationToken cancellationToken) => AskAsync<ClaimRequest, ClaimResponse>("claim", request, cancellationToken);

    public Task<HeartbeatResponse> HeartbeatAsync(HeartbeatRequest request, CancellationToken cancellationToken) => AskAsync<HeartbeatRequest, HeartbeatResponse>("heartbeat", request, cancellationToken);

    public Task<CompleteResponse> CompleteAsync(CompleteRequest request, CancellationToken cancellationToken) => AskAsync<CompleteRequest, CompleteResponse>("complete", request, cancellationToken);

    /// <summary>Bytes that the input of a held lease names.</summary>
    public async Task DownloadAsync(string lease, string digest, Stream into, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, $"leases/{Uri.EscapeDataString(lease)}/artifacts/{Uri.EscapeDataString(digest)}"), cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.CopyToAsync(into, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Broken(exception);
        }
    }

    /// <summary>Keeps bytes on the server.</summary>
    public async Task<ArtifactResponse> UploadAsync(Func<Stream> content, string mediaType, string? name, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            () =>
            {
                var body = new StreamContent(content());
                body.Headers.TryAddWithoutValidation("Content-Type", mediaType);
                return new HttpRequestMessage(HttpMethod.Post, name is null ? "artifacts" : $"artifacts?name={Uri.EscapeDataString(name)}") { Content = body };
            },
            cancellationToken).ConfigureAwait(false);
        return await ReadAsync<ArtifactResponse>(response, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<TResponse> AskAsync<TRequest, TResponse>(string path, TRequest request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(request, options: ApiJson.Options) }, limit.Token).ConfigureAwait(false);
            return await ReadAsync<TResponse>(response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Broken(exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            using var message = request();
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Broken(exception);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var again = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500;
            var problem = response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? await ReadAsync<Problem>(response, cancellationToken).ConfigureAwait(false) : null;
            throw new WorkerServerException(problem?.Code ?? Unreachable, problem?.Detail ?? $"{_http.BaseAddress} answered with status {(int)response.StatusCode}", again);
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Reading, cancellationToken).ConfigureAwait(false) ?? throw new JsonException("it answered null");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
        {
            throw Broken(exception);
        }
    }

    private WorkerServerException Broken(Exception exception) => new(Unreachable, $"{_http.BaseAddress!.GetLeftPart(UriPartial.Authority)} cannot be asked: {exception.Message.TrimEnd('.')}", again: true, exception);
}
