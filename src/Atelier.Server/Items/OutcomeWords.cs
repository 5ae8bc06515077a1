using Atelier.Engine.Runs;

namespace Atelier.Server.Items;

/// <summary>Outcomes as requests write them.</summary>
internal static class OutcomeWords
{
    private static readonly Dictionary<string, Outcome> Words = Enum.GetValues<Outcome>().ToDictionary(static outcome => outcome.ToText(), StringComparer.Ordinal);

    /// <summary>All words.</summary>
    public static string All => string.Join(", ", Words.Keys);

    /// <summary>Reads <c>failed,open</c>; null: a word is none.</summary>
    public static IReadOnlyList<Outcome>? Read(string? words)
    {
        var outcomes = new List<Outcome>();
        foreach (var word in (words ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Words.TryGetValue(word, out var outcome))
            {
                return null;
            }

            outcomes.Add(outcome);
        }

        return outcomes;
    }
}
