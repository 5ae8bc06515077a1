namespace Atelier.Actions.Vision.Selection;

/// <summary>
/// Ranks the candidates of a group: the weighted mean of the parts that each of them has; of equal ones the smaller key is better, so the order is total and
/// the same whatever order they come in. The comparison counts among those the model saw, which stay before those it did not.
/// </summary>
internal static class CandidateRanking
{
    /// <summary>Chooses; <paramref name="candidates"/> has at least one.</summary>
    public static GroupChoice Choose(string group, IReadOnlyList<Candidate> candidates, SelectionWeights weights, int keep, string? remark)
    {
        var parts = Parts(candidates, weights);
        var ordered = candidates
            .Select(candidate => (Candidate: candidate, Score: Score(candidate, parts, weights)))
            .OrderByDescending(entry => entry.Candidate.Comparison is not null)
            .ThenByDescending(entry => entry.Score)
            .ThenBy(entry => entry.Candidate.Key, StringComparer.Ordinal)
            .ToList();
        var ranking = ordered.Select((entry, i) => new RankedCandidate(
            entry.Candidate.Key, i + 1, entry.Score, entry.Candidate.Technical, entry.Candidate.Aesthetic, entry.Candidate.Comparison)).ToList();
        var explanation = Explain(ranking, parts, weights) + (remark is null ? string.Empty : " " + remark);
        return new GroupChoice(group, ranking[0].Key, ranking[0].Score, [.. ranking.Take(keep).Select(ranked => ranked.Key)], ranking, explanation);
    }

    /// <summary>The candidates by scores alone, best first.</summary>
    public static IReadOnlyList<Candidate> ByScores(IReadOnlyList<Candidate> candidates, SelectionWeights weights)
    {
        var parts = Parts(candidates, weights);
        return [.. candidates.OrderByDescending(candidate => Score(candidate, parts, weights)).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)];
    }

    private static (bool Technical, bool Aesthetic) Parts(IReadOnlyList<Candidate> candidates, SelectionWeights weights) =>
        (weights.Technical > 0 && candidates.All(static candidate => candidate.Technical is not null),
         weights.Aesthetic > 0 && candidates.All(static candidate => candidate.Aesthetic is not null));

    private static double? Score(Candidate candidate, (bool Technical, bool Aesthetic) parts, SelectionWeights weights)
    {
        var (sum, weight) = (0.0, 0.0);
        void Add(double? score, double share)
        {
            sum += share * (score ?? 0);
            weight += score is null ? 0 : share;
        }

        Add(parts.Technical ? candidate.Technical : null, weights.Technical);
        Add(parts.Aesthetic ? candidate.Aesthetic : null, weights.Aesthetic);
        Add(candidate.Comparison, weights.Comparison);
        return weight > 0 ? Math.Round(sum / weight, 4) : null;
    }

    private static string Explain(List<RankedCandidate> ranking, (bool Technical, bool Aesthetic) parts, SelectionWeights weights)
    {
        var best = ranking[0];
        var reasons = new List<string>();
        void Tell(bool counts, string part, double? score, double weight)
        {
            if (counts && score is not null)
            {
                reasons.Add($"{part} {score:0.00} (weight {weight:0.##})");
            }
        }

        Tell(parts.Technical, "technical", best.Technical, weights.Technical);
        Tell(parts.Aesthetic, "aesthetic", best.Aesthetic, weights.Aesthetic);
        Tell(true, "comparison", best.Comparison, weights.Comparison);
        var first = reasons.Count == 0
            ? $"`{best.Key}` is the first of {ranking.Count} by key: there is no score that all of them have."
            : $"`{best.Key}` is the best of {ranking.Count} with {best.Score:0.00}: {string.Join(", ", reasons)}.";
        return ranking.Count < 2 || reasons.Count == 0 ? first : first + Next(best, ranking[1], parts);
    }

    private static string Next(RankedCandidate best, RankedCandidate next, (bool Technical, bool Aesthetic) parts)
    {
        if (best.Comparison is not null && next.Comparison is null)
        {
            return $" Next is `{next.Key}`, which the comparison left out, with {next.Score:0.00}.";
        }

        var differences = new List<string>();
        void Tell(bool counts, string part, double? of, double? than)
        {
            if (counts && of is not null && than is not null)
            {
                differences.Add($"{part} {of - than:+0.00;-0.00;0.00}");
            }
        }

        Tell(parts.Technical, "technical", next.Technical, best.Technical);
        Tell(parts.Aesthetic, "aesthetic", next.Aesthetic, best.Aesthetic);
        Tell(true, "comparison", next.Comparison, best.Comparison);
        return next.Score == best.Score
            ? $" `{next.Key}` has the same score; the smaller key decides."
            : $" Next is `{next.Key}` with {next.Score:0.00} ({string.Join(", ", differences)}).";
    }
}
