namespace Atelier.Language.Validation;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearNames
{
    private const int Longest = 64;
    private const int MostListed = 30;

    // A person reads a name among tens of others; more are made by machines.
    private const int MostKnown = 300;

    /// <summary><c>Did you mean `x`?</c>, or null when nothing is near.</summary>
    public static string? DidYouMean(string written, IEnumerable<string> known) =>
        Find(written, known) is { } near ? $"Did you mean `{near}`?" : null;

    /// <summary>The first names, for messages: <c>a, b, c and 4 more</c>.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Length <= MostListed ? string.Join(", ", all) : $"{string.Join(", ", all.Take(MostListed))} and {all.Length - MostListed} more";
    }

    /// <summary>The nearest known name within a third of the length in edits; null when none is near.</summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > Longest)
        {
            return null;
        }

        string? best = null;
        var bestDistance = Math.Max(1, written.Length / 3) + 1;
        foreach (var name in known.Take(MostKnown))
        {
            if (name.Length > Longest || Math.Abs(name.Length - written.Length) >= bestDistance)
            {
                continue;
            }

            var distance = Distance(Fold(written), Fold(name));
            if (distance < bestDistance)
            {
                (best, bestDistance) = (name, distance);
            }
        }

        return best;
    }

    // Case and the choice of `-` or `_` are the commonest slips and count nothing.
    private static string Fold(string name) => name.ToLowerInvariant().Replace('-', '_');

    /// <summary>Edits (insert, delete, replace, swap of neighbours) from one text to the other.</summary>
    private static int Distance(string left, string right)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1] + 1, previous[column] + 1), previous[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
                }
            }

            previous.CopyTo(before);
            current.CopyTo(previous);
        }

        return previous[right.Length];
    }
}
