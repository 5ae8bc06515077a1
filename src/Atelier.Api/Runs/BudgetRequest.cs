namespace Atelier.Api.Runs;

/// <summary>What a run may spend; null: no limit.</summary>
public sealed record BudgetRequest
{
    /// <summary>Money.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Tokens.</summary>
    public long? Tokens { get; init; }
}
