namespace Atelier.Language.Plans;

/// <summary>What a run may spend before its metered steps park.</summary>
/// <param name="Cost">Money, in the currency of the price table; null: no limit.</param>
/// <param name="Tokens">Tokens read and written; null: no limit.</param>
public sealed record BudgetPlan(decimal? Cost, long? Tokens);
