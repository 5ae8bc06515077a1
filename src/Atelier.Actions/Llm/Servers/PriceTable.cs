using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>
/// List prices of a million tokens in US dollars at the vendors' own servers, as they were on <see cref="AsOf"/>. Others, and later ones, are given with the model.
/// </summary>
internal static partial class PriceTable
{
    /// <summary>The day of the prices.</summary>
    public static readonly DateOnly AsOf = new(2025, 8, 15);

    private static readonly FrozenDictionary<string, ModelPrices> OpenAI = new Dictionary<string, ModelPrices>
    {
        ["gpt-4o"] = new(2.50m, 10m),
        ["gpt-4o-mini"] = new(0.15m, 0.60m),
        ["gpt-4.1"] = new(2m, 8m),
        ["gpt-4.1-mini"] = new(0.40m, 1.60m),
        ["gpt-4.1-nano"] = new(0.10m, 0.40m),
        ["gpt-5"] = new(1.25m, 10m),
        ["gpt-5-mini"] = new(0.25m, 2m),
        ["gpt-5-nano"] = new(0.05m, 0.40m),
        ["o3"] = new(2m, 8m),
        ["o4-mini"] = new(1.10m, 4.40m),
        ["text-embedding-3-small"] = new(0.02m, 0m),
        ["text-embedding-3-large"] = new(0.13m, 0m),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ModelPrices> Gemini = new Dictionary<string, ModelPrices>
    {
        ["gemini-2.0-flash"] = new(0.10m, 0.40m),
        ["gemini-2.5-flash"] = new(0.30m, 2.50m),
        ["gemini-2.5-flash-lite"] = new(0.10m, 0.40m),
    }.ToFrozenDictionary();

    /// <summary>What the tokens cost; null: nobody said what they do.</summary>
    public static decimal? Cost(ModelEndpoint endpoint, long input, long output) =>
        (endpoint.Prices ?? Find(endpoint)) is { } prices ? ((input * prices.Input) + (output * prices.Output)) / 1_000_000m : null;

    // The same ids on other servers cost something else.
    private static ModelPrices? Find(ModelEndpoint endpoint)
    {
        var table = endpoint.BaseAddress.Host == ModelServer.OpenAI.Address.Host ? OpenAI
            : endpoint.BaseAddress.Host == ModelServer.Gemini.Address.Host ? Gemini
            : null;
        return table?.GetValueOrDefault(Dated().Replace(endpoint.Model, string.Empty));
    }

    // gpt-4o-2024-08-06 is priced as gpt-4o.
    [GeneratedRegex(@"-\d{4}-\d{2}-\d{2}$")]
    private static partial Regex Dated();
}
