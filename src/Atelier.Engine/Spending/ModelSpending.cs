namespace Atelier.Engine.Spending;

/// <summary>What calls of one model came to.</summary>
/// <param name="Model">Which model.</param>
/// <param name="Calls">How often it was asked.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">Money, in the currency of the price table; null: no price is known.</param>
public sealed record ModelSpending(string Model, long Calls, long InputTokens, long OutputTokens, decimal? Cost);
