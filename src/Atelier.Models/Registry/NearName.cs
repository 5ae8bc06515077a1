namespace Atelier.Models.Registry;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearName
{
    private const int MostListed = 30;

    /// <summary> Did you mean `x`? Known are: a, b.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToArray();
        var near = names.Select(name => (name, Edits: Distance(Fold(written), Fold(name))))
            .Where(candidate => candidate.Edits <= Math.Max(1, written.Length / 3))
            .OrderBy(static candidate => candidate.Edits).Select(static candidate => candidate.name).FirstOrDefault();
        var listed = names.Length <= MostListed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostListed))} and {names.Length - MostListed} more";
        return (near is null ? string.Empty : $" Did you mean `{near}`?") + (names.Length == 0 ? " None is known." : $" Known are: {listed}.");
    }

    // Case and the choice of `-` or `_` are the commonest slips and count nothing.
    private static string Fold(string name) => name.ToLowerInvariant().Replace('_', '-');

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var current = new int[right.Length + 1];
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                current[column] = Math.Min(Math.Min(current[column - 1] + 1, previous[column] + 1), replaced);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
