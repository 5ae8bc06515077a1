using System.Text;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>Reads an answer's body into what the step asked for.</summary>
internal static class HttpReply
{
    private const long MaxInline = 8 << 20;
    private const long MaxArtifact = 64 << 20;
    private const int ExcerptBytes = 4_000;

    /// <summary>The body as JSON or text, or as an artifact. Throws <see cref="HttpFailureException"/> and what reading throws.</summary>
    public static async ValueTask<(JsonElement? Body, Artifact? Artifact)> ReadAsync(
        HttpRequestInput input, HttpResponseMessage response, Uri url, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        var mediaType = response.Content.Headers.ContentType?.MediaType ?? MediaTypes.Unknown;
        var form = input.ResponseAs == ResponseForm.Auto ? FormOf(response, mediaType) : input.ResponseAs;
        if (form == ResponseForm.None || response.RequestMessage?.Method == HttpMethod.Head)
        {
            return (null, null);
        }

        var limit = input.MaxBytes ?? (form == ResponseForm.Artifact ? MaxArtifact : MaxInline);
        if (response.Content.Headers.ContentLength > limit)
        {
            throw WatchedStream.TooLarge(url, limit);
        }

        var body = new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), limit, silence, url, context.Time);
        await using (body.ConfigureAwait(false))
        {
            if (form == ResponseForm.Artifact)
            {
                return (null, await context.Artifacts.WriteAsync(body, mediaType, NameOf(response, url), cancellationToken).ConfigureAwait(false));
            }

            using var bytes = new MemoryStream();
            await body.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
            return (Decode(form, bytes.ToArray(), response, url), null);
        }
    }

    /// <summary>The beginning of the body as text, for the failure; empty when it cannot be read.</summary>
    public static async ValueTask<string> ExcerptAsync(HttpResponseMessage response, Uri url, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new WatchedStream(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), long.MaxValue, silence, url, context.Time);
            await using (stream.ConfigureAwait(false))
            {
                var bytes = new byte[ExcerptBytes];
                var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                return Encoding.UTF8.GetString(bytes, 0, count).Trim();
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or TimeoutException)
        {
            return string.Empty;
        }
    }

    private static ResponseForm FormOf(HttpResponseMessage response, string mediaType) =>
        response.Content.Headers.ContentLength == 0 || (int)response.StatusCode is 204 or 304 ? ResponseForm.None
        : mediaType is "application/json" or "text/json" || mediaType.EndsWith("+json", StringComparison.Ordinal) ? ResponseForm.Json
        : mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType is "application/xml" or "application/javascript" || mediaType.EndsWith("+xml", StringComparison.Ordinal) && mediaType != "image/svg+xml" ? ResponseForm.Text
        : ResponseForm.Artifact;

    private static JsonElement Decode(ResponseForm form, byte[] bytes, HttpResponseMessage response, Uri url)
    {
        var latin1 = response.Content.Headers.ContentType?.CharSet?.Trim('"').ToLowerInvariant() is "iso-8859-1" or "latin1";
        if (!TextBytes.TryDecode(bytes, latin1 ? TextEncoding.Latin1 : TextEncoding.Utf8, out var text, out _))
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.HttpUnreadable, $"the answer of {HttpFailures.Shown(url)} is no UTF-8 text; take it with `response_as: artifact`"));
        }

        if (form == ResponseForm.Text)
        {
            return JsonSerializer.SerializeToElement(text);
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException exception)
        {
            throw new HttpFailureException(StepFailure.Permanent(
                ActionCodes.HttpUnreadable,
                $"the answer of {HttpFailures.Shown(url)} is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}",
                text.Length > ExcerptBytes ? text[..ExcerptBytes] : text));
        }
    }

    private static string? NameOf(HttpResponseMessage response, Uri url)
    {
        var stated = response.Content.Headers.ContentDisposition is { } disposition ? (disposition.FileNameStar ?? disposition.FileName)?.Trim('"') : null;
        var name = Path.GetFileName(stated ?? Uri.UnescapeDataString(url.AbsolutePath));
        return name is { Length: > 0 } ? name : null;
    }
}
