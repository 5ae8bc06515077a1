using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>A server that a step names itself, instead of a registered model.</summary>
internal sealed record EndpointInput
{
    [Description("The kind of server: openai, gemini, ollama, vllm, llama.cpp or lm-studio. It says where the server is unless `base_url` does.")]
    public ServerPreset? Preset { get; init; }

    [Description("Where the server is, up to the version: `http://127.0.0.1:11434/v1`.")]
    public string? BaseUrl { get; init; }

    [Description("The model's id on that server.")]
    public required string Model { get; init; }

    [Description("The key, by a secret: `${secrets.openai_key}`. Default: none is sent.")]
    public string? ApiKey { get; init; }

    [Description("Requests a minute at most, of all steps that ask this model together.")]
    [Range(1, 1_000_000)]
    public int? RequestsPerMinute { get; init; }

    [Description("Tokens a minute at most, read and written, of all steps that ask this model together.")]
    [Range(1, 1_000_000_000)]
    public int? TokensPerMinute { get; init; }

    [Description("Price of a million tokens read. With `output_price`; default: the table that comes with the product, else unknown.")]
    public decimal? InputPrice { get; init; }

    [Description("Price of a million tokens written.")]
    public decimal? OutputPrice { get; init; }

    [Description("Whether `base_url` may lead to a private or loopback address.")]
    [DefaultValue(false)]
    public bool AllowPrivate { get; init; }

    /// <summary>The endpoint; null with a clause that says what is wrong.</summary>
    public ModelEndpoint? ToEndpoint(out string mistake)
    {
        mistake = string.Empty;
        var address = BaseUrl is null ? Preset is { } preset ? preset.Server().Address : null
            : Uri.TryCreate(BaseUrl.TrimEnd('/'), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && url.Query.Length == 0 ? url : null;
        if (address is null)
        {
            mistake = BaseUrl is null ? "`endpoint` names neither a `preset` nor a `base_url`" : "`endpoint.base_url` is no address with http:// or https://, without user and query";
            return null;
        }

        if (Model.Length == 0 || InputPrice is null != OutputPrice is null)
        {
            mistake = Model.Length == 0 ? "`endpoint.model` is empty" : "`endpoint.input_price` and `endpoint.output_price` go together";
            return null;
        }

        return new ModelEndpoint(
            address,
            Model,
            string.IsNullOrEmpty(ApiKey) ? null : ApiKey,
            InputPrice is { } input && OutputPrice is { } output ? new ModelPrices(input, output) : null,
            RequestsPerMinute is null && TokensPerMinute is null ? null : new ModelRateLimits(RequestsPerMinute, TokensPerMinute));
    }

    /// <summary>Whether a private address may be reached: a local preset at its own address means one.</summary>
    public bool MayBePrivate => AllowPrivate || (BaseUrl is null && Preset is { } preset && preset.Server().IsLocal);
}
