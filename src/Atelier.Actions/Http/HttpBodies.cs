using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Atelier.Actions.Processes;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>Makes a request's address and body from the input, anew for each redirect: a stream can be sent once.</summary>
internal static class HttpBodies
{
    /// <summary>The address with its query; null with a clause that says what is wrong.</summary>
    public static Uri? Address(HttpRequestInput input, string? cursor, out string mistake)
    {
        mistake = string.Empty;
        if (!Uri.TryCreate(input.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            mistake = "`url` is no address with http:// or https://";
            return null;
        }

        if (url.UserInfo.Length > 0)
        {
            mistake = "`url` holds a user or password; give them by `headers` (authorization)";
            return null;
        }

        var query = new StringBuilder(url.Query.TrimStart('?'));
        foreach (var (name, value) in input.Query ?? new Dictionary<string, JsonElement>())
        {
            if (cursor is null || name != input.Pages?.Param)
            {
                foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
                {
                    Append(query, name, one);
                }
            }
        }

        if (cursor is not null)
        {
            Append(query, input.Pages!.Param!, JsonSerializer.SerializeToElement(cursor));
        }

        return new UriBuilder(url) { Query = query.ToString() }.Uri;
    }

    /// <summary>Whether more than one kind of body is given.</summary>
    public static bool IsAmbiguous(HttpRequestInput input) =>
        (Given(input.Json) ? 1 : 0) + (input.Form is null ? 0 : 1) + (input.Multipart is null ? 0 : 1) + (Given(input.Body) ? 1 : 0) > 1;

    /// <summary>The body; null when there is none.</summary>
    public static async ValueTask<HttpContent?> ContentAsync(HttpRequestInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (Given(input.Json))
        {
            return new ByteArrayContent(Encoding.UTF8.GetBytes(input.Json.GetRawText())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        if (input.Form is { } form)
        {
            return new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, Text(field.Value))));
        }

        if (input.Multipart is { } parts)
        {
            var multipart = new MultipartFormDataContent();
            foreach (var part in parts)
            {
                await AddAsync(multipart, part, context, cancellationToken).ConfigureAwait(false);
            }

            return multipart;
        }

        return Given(input.Body) ? await ValueAsync(input.Body, input.ContentType ?? "text/plain; charset=utf-8", input.ContentType, context, cancellationToken).ConfigureAwait(false) : null;
    }

    private static async ValueTask AddAsync(MultipartFormDataContent multipart, HttpPart part, ActionContext context, CancellationToken cancellationToken)
    {
        var content = await ValueAsync(part.Value, null, null, context, cancellationToken).ConfigureAwait(false);
        var file = part.Filename ?? (ToolText.TryArtifact(part.Value, out var artifact) ? artifact.Name ?? "file" : null);
        if (file is null)
        {
            multipart.Add(content, part.Name);
        }
        else
        {
            multipart.Add(content, part.Name, file);
        }
    }

    private static async ValueTask<HttpContent> ValueAsync(JsonElement value, string? textType, string? artifactType, ActionContext context, CancellationToken cancellationToken)
    {
        HttpContent content;
        string? type;
        if (ToolText.TryArtifact(value, out var artifact))
        {
            content = new StreamContent(await context.Artifacts.OpenReadAsync(artifact, cancellationToken).ConfigureAwait(false));
            content.Headers.ContentLength = artifact.Size;
            type = artifactType ?? artifact.MediaType;
        }
        else
        {
            content = new ByteArrayContent(Encoding.UTF8.GetBytes(Text(value)));
            type = textType;
        }

        if (type is not null && MediaTypeHeaderValue.TryParse(type, out var mediaType))
        {
            content.Headers.ContentType = mediaType;
        }

        return content;
    }

    private static bool Given(JsonElement value) => value.ValueKind != JsonValueKind.Undefined;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => string.Empty,
        _ => value.GetRawText(),
    };

    private static void Append(StringBuilder query, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            query.Append(CultureInfo.InvariantCulture, $"{(query.Length > 0 ? "&" : string.Empty)}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(Text(value))}");
        }
    }
}
