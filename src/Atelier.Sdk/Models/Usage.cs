namespace Atelier.Sdk.Models;

/// <summary>What a call cost; summed by item, step and run.</summary>
/// <param name="Model">Which model.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">Money by the price table, in its currency; null: no price known.</param>
public sealed record Usage(string Model, long InputTokens, long OutputTokens, decimal? Cost);
