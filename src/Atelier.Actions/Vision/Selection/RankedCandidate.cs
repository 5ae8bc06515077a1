namespace Atelier.Actions.Vision.Selection;

/// <summary>A candidate's place.</summary>
/// <param name="Key">Its item's key.</param>
/// <param name="Rank">1 is the best of its group.</param>
/// <param name="Score">The weighted mean of the parts that count, 1 to 10; null when none does.</param>
/// <param name="Technical">Technical score; null: none.</param>
/// <param name="Aesthetic">Aesthetic score; null: none.</param>
/// <param name="Comparison">What the model gave, 1 to 10; null: it did not see it.</param>
internal sealed record RankedCandidate(string Key, int Rank, double? Score, double? Technical, double? Aesthetic, double? Comparison);
