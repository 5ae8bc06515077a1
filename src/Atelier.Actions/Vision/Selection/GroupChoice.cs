namespace Atelier.Actions.Vision.Selection;

/// <summary>What was chosen of one group.</summary>
/// <param name="Group">The group's key.</param>
/// <param name="Best">The key of the best candidate.</param>
/// <param name="Score">Its score, 1 to 10; null when no part counts.</param>
/// <param name="Selected">The chosen keys, best first.</param>
/// <param name="Ranking">All candidates, best first.</param>
/// <param name="Explanation">Why, in words and numbers.</param>
internal sealed record GroupChoice(string Group, string Best, double? Score, IReadOnlyList<string> Selected, IReadOnlyList<RankedCandidate> Ranking, string Explanation);
