using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>What an answer becomes.</summary>
internal enum ResponseForm
{
    /// <summary>JSON and text by the answer's media type, anything else an artifact.</summary>
    Auto,

    /// <summary>The value of the JSON in <c>body</c>.</summary>
    Json,

    /// <summary>A text in <c>body</c>.</summary>
    Text,

    /// <summary>The bytes in <c>artifact</c>.</summary>
    Artifact,

    /// <summary>The body is not read.</summary>
    None,
}

/// <summary>Which redirects are followed.</summary>
internal enum RedirectRule
{
    /// <summary>Those to the same host, never from https to http.</summary>
    SameHost,

    /// <summary>All; credentials in headers go to the first host only.</summary>
    Any,

    /// <summary>None: the redirect is the answer.</summary>
    None,
}

/// <summary>A part of a multipart body.</summary>
internal sealed record HttpPart
{
    [Description("The part's name.")]
    public required string Name { get; init; }

    [Description("Its value: text as it stands, an artifact's bytes, any other value as JSON.")]
    public required JsonElement Value { get; init; }

    [Description("Its file name. Default: an artifact's own name, none for others.")]
    public string? Filename { get; init; }
}

/// <summary>How further pages are found.</summary>
internal sealed record HttpPages
{
    [Description("Where the next page is told: `link` for the Link header (rel=next), or a JSON pointer to a cursor or an address in the body.")]
    public required string Next { get; init; }

    [Description("With a JSON pointer: the query parameter that takes the cursor. Without it the place holds the next page's address.")]
    public string? Param { get; init; }

    [Description("JSON pointer to the list in each page; the lists are joined into `body`. Default: each page is the list.")]
    [DefaultValue("")]
    public string Items { get; init; } = "";

    [Description("Pages at most; when there are more, the output says `more: true`.")]
    [DefaultValue(100)]
    public int Max { get; init; } = 100;
}

/// <summary>What <c>http.request</c> takes; at most one of <see cref="Json"/>, <see cref="Form"/>, <see cref="Multipart"/> and <see cref="Body"/>.</summary>
internal sealed record HttpRequestInput
{
    [Description("The address, with http:// or https://.")]
    public required string Url { get; init; }

    [Description("The method.")]
    [DefaultValue("GET")]
    public string Method { get; init; } = "GET";

    [Description("Headers by name.")]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    [Description("Query parameters by name, added to the address; a list repeats its name, null leaves it out.")]
    public IReadOnlyDictionary<string, JsonElement>? Query { get; init; }

    [Description("A value sent as JSON.")]
    public JsonElement Json { get; init; }

    [Description("Fields sent as a form.")]
    public IReadOnlyDictionary<string, JsonElement>? Form { get; init; }

    [Description("Parts sent as multipart/form-data; artifacts are streamed.")]
    public IReadOnlyList<HttpPart>? Multipart { get; init; }

    [Description("A raw body: a text, or an artifact, which is streamed.")]
    public JsonElement Body { get; init; }

    [Description("The raw body's media type. Default: the artifact's, or text/plain.")]
    public string? ContentType { get; init; }

    [Description("The status that counts as done: a number, a class such as 2xx, or a list of them. Default: 2xx.")]
    public JsonElement ExpectedStatus { get; init; }

    [Description("What the answer becomes.")]
    [DefaultValue(ResponseForm.Auto)]
    public ResponseForm ResponseAs { get; init; }

    [Description("Bytes of an answer at most, after decompression. Default: 8 MiB for JSON and text, 64 MiB for artifacts.")]
    public long? MaxBytes { get; init; }

    [Description("How long the server may stay silent, before the answer and within it.")]
    [DefaultValue("100s")]
    public string Timeout { get; init; } = "100s";

    [Description("Which redirects are followed, ten at most.")]
    [DefaultValue(RedirectRule.SameHost)]
    public RedirectRule Redirects { get; init; }

    [Description("Whether private, loopback and link-local addresses may be reached, such as a service on this machine.")]
    [DefaultValue(false)]
    public bool AllowPrivate { get; init; }

    [Description("How further pages are found and joined. Default: one page.")]
    public HttpPages? Pages { get; init; }
}
