using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>What <c>http.request</c> yields.</summary>
internal sealed record HttpRequestOutput
{
    [Description("The status of the (last) answer.")]
    public required int Status { get; init; }

    [Description("Its headers by name in lower case.")]
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    [Description("JSON or text; null for an artifact or no body. With `pages`, the joined list.")]
    public JsonElement? Body { get; init; }

    [Description("The bytes, when the answer became an artifact.")]
    public Artifact? Artifact { get; init; }

    [Description("The address that answered, after redirects, without its query.")]
    public required string Url { get; init; }

    [Description("With `pages`: whether there were more pages than `max`.")]
    [DefaultValue(false)]
    public bool More { get; init; }
}
