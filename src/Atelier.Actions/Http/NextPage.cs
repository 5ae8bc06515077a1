using System.Text.Json;
using Atelier.Actions.Data;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>Finds the next page in an answer.</summary>
internal static class NextPage
{
    /// <summary>The cursor for the parameter, or the address of the next page; both null: this was the last.</summary>
    public static (string? Cursor, Uri? Url) Find(HttpPages pages, HttpResponseMessage response, Uri url, JsonElement? body)
    {
        if (pages.Next == "link")
        {
            return (null, Link(response, url));
        }

        if (body is not { } page || !RowFields.TryGet(page, pages.Next, out var value) || RowFields.Text(value) is not { Length: > 0 } cursor || value.ValueKind == JsonValueKind.False)
        {
            return (null, null);
        }

        return pages.Param is null ? (null, new Uri(url, cursor)) : (cursor, null);
    }

    /// <summary>The list of one page. Throws <see cref="HttpFailureException"/> when there is none.</summary>
    public static JsonElement.ArrayEnumerator Items(HttpPages pages, JsonElement? body, Uri url)
    {
        var list = body ?? default;
        if (pages.Items.Length > 0 && body is { } page)
        {
            _ = RowFields.TryGet(page, pages.Items, out list);
        }

        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
            : throw new HttpFailureException(StepFailure.Permanent(ActionCodes.HttpUnreadable, $"the answer of {HttpFailures.Shown(url)} has no list at `{pages.Items}`, which `pages.items` names"));
    }

    // Link: <https://host/x?page=2>; rel="next", <...>; rel="last" (RFC 8288).
    private static Uri? Link(HttpResponseMessage response, Uri url)
    {
        if (!response.Headers.TryGetValues("Link", out var values))
        {
            return null;
        }

        foreach (var link in string.Join(',', values).Split('<', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = link.IndexOf('>', StringComparison.Ordinal);
            if (end > 0 && link[end..].Split(';', ',').Any(part => part.Trim().Replace("\"", string.Empty, StringComparison.Ordinal).Equals("rel=next", StringComparison.OrdinalIgnoreCase)))
            {
                return new Uri(url, link[..end]);
            }
        }

        return null;
    }
}
