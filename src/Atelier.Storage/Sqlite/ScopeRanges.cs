using Atelier.Engine.Runs;

namespace Atelier.Storage.Sqlite;

/// <summary>Scopes as ranges of neighbours, so that the items of a window are read by one seek and not by one each.</summary>
internal static class ScopeRanges
{
    public static IEnumerable<(long First, long Last)> Of(IReadOnlyList<ScopeId> scopes)
    {
        var sorted = new long[scopes.Count];
        for (var index = 0; index < sorted.Length; index++)
        {
            sorted[index] = scopes[index].Value;
        }

        Array.Sort(sorted);
        for (var index = 0; index < sorted.Length;)
        {
            var first = sorted[index];
            var last = first;
            while (++index < sorted.Length && sorted[index] <= last + 1)
            {
                last = sorted[index];
            }

            yield return (first, last);
        }
    }
}
