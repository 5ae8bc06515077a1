using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Atelier.Models.Catalogue;

/// <summary>Speaks to a hub with the addresses of Hugging Face: <c>/api/models/ID</c> lists, <c>/ID/resolve/REVISION/FILE</c> gives a file.</summary>
internal sealed class HubClient(HttpClient http, HubOptions options, TimeProvider time)
{
    private const string ErrorCode = "X-Error-Code";
    private const string TokenHint = "environment HF_TOKEN, or `atelier secrets set HF_TOKEN`";

    /// <summary>What a model has in a revision.</summary>
    /// <exception cref="PullException">It cannot be had; passing failures were tried again.</exception>
    public Task<HubListing> ListAsync(string hub, string revision, CancellationToken cancellationToken) => new Attempts(options, time).RunAsync(
        async (_, cancellation) =>
        {
            var address = Address(revision == "main" ? $"api/models/{hub}?blobs=true" : $"api/models/{hub}/revision/{Uri.EscapeDataString(revision)}?blobs=true");
            using var stall = new CancellationTokenSource(options.Stall, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellation);
            using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address), hub, null, either.Token).ConfigureAwait(false);
            try
            {
                await using var stream = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
                using var document = await JsonDocument.ParseAsync(stream, cancellationToken: either.Token).ConfigureAwait(false);
                return HubListing.Read(document.RootElement, revision);
            }
            catch (JsonException exception)
            {
                throw new PullException(HubCodes.HubTrouble, $"{options.Endpoint.Host} answers otherwise than a model hub does: {exception.Message}");
            }
        },
        cancellationToken);

    /// <summary>The bytes of a file from <paramref name="from"/> on. The hub may begin at 0 all the same: then the answer is 200, not 206.</summary>
    /// <exception cref="PullException">It cannot be had.</exception>
    public Task<HttpResponseMessage> OpenAsync(string hub, string commit, string file, long from, CancellationToken cancellationToken)
    {
        var path = string.Join('/', file.Split('/').Select(Uri.EscapeDataString));
        var request = new HttpRequestMessage(HttpMethod.Get, Address($"{hub}/resolve/{Uri.EscapeDataString(commit)}/{path}"));
        if (from > 0)
        {
            request.Headers.Range = new RangeHeaderValue(from, null);
        }

        return SendAsync(request, hub, file, cancellationToken);
    }

    private Uri Address(string path) => new(options.Endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string hub, string? file, CancellationToken cancellationToken)
    {
        if (options.Token is { Length: > 0 } token)
        {
            // Redirects to another host drop it: HttpClient sends it to the hub alone.
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using (request)
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
            {
                return response;
            }

            using (response)
            {
                throw new PullException(FailureOf(response, hub, file));
            }
        }
    }

    private PullFailure FailureOf(HttpResponseMessage response, string hub, string? file)
    {
        var what = file is null ? hub : $"{file} of {hub}";
        var error = response.Headers.TryGetValues(ErrorCode, out var codes) ? codes.First() : null;
        switch (response.StatusCode)
        {
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when error == "GatedRepo":
                return new PullFailure(HubCodes.NotAllowed, $"{hub} is gated: accept its terms at {Address(hub)} and give a token of your account ({TokenHint})");
            case HttpStatusCode.NotFound when error == "RevisionNotFound":
                return new PullFailure(HubCodes.NotFound, $"{hub} has no such revision on {options.Endpoint.Host}");
            // A hub says 401 also where there is nothing, so as not to tell which private models exist.
            case HttpStatusCode.Unauthorized when options.Token is null:
                return new PullFailure(HubCodes.NotAllowed, $"{options.Endpoint.Host} gives {what} to nobody it does not know: either there is no such model, or it is private or gated and needs a token ({TokenHint})");
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                return new PullFailure(HubCodes.NotAllowed, $"{options.Endpoint.Host} does not give {what} to the owner of this token; accept the model's terms at {Address(hub)}, or use another token");
            case HttpStatusCode.NotFound:
                return new PullFailure(HubCodes.NotFound, $"there is no {what} on {options.Endpoint.Host}; check the name");
            case HttpStatusCode.TooManyRequests:
                return new PullFailure(HubCodes.HubTrouble, $"{options.Endpoint.Host} asks to come back later (429)", Passing: true);
            default:
                return new PullFailure(HubCodes.HubTrouble, $"{options.Endpoint.Host} answers {(int)response.StatusCode} for {what}", Passing: (int)response.StatusCode >= 500 || response.StatusCode == HttpStatusCode.RequestTimeout);
        }
    }
}
