using Atelier.Actions.Images.Analysis;

namespace Atelier.Actions.Images.Grouping;

/// <summary>
/// Groups are the connected parts of the graph whose edges are similar pairs. Whether two pictures are joined depends on the two alone, and a
/// group is named by its smallest key: a picture that joins one group, or none, leaves every other group as it is, name included.
/// </summary>
internal static class PictureGroups
{
    /// <summary>Groups of two or more, and of one when <paramref name="singles"/>; by key.</summary>
    public static IReadOnlyList<PictureGroup> Find(
        IReadOnlyList<HashedPicture> pictures, int distance, TimeSpan? window, bool singles, CancellationToken cancellationToken)
    {
        var parts = new ConnectedParts(pictures.Count);
        if (window is { } within)
        {
            JoinWithin(pictures, distance, within, parts, cancellationToken);
        }
        else
        {
            JoinAll(pictures, distance, parts, cancellationToken);
        }

        return PictureGroup.From(parts, singles, i => (pictures[i].Key, pictures[i].Preference));
    }

    /// <summary>Copies with the same hash are joined first, so that only one of them is compared with the rest.</summary>
    private static void JoinAll(IReadOnlyList<HashedPicture> pictures, int distance, ConnectedParts parts, CancellationToken cancellationToken)
    {
        var firsts = new Dictionary<PerceptualHash, int>();
        for (var i = 0; i < pictures.Count; i++)
        {
            if (!firsts.TryAdd(pictures[i].Hash, i))
            {
                parts.Join(i, firsts[pictures[i].Hash]);
            }
        }

        var distinct = firsts.Values.Order().ToArray();
        SimilarPairs.Find(Array.ConvertAll(distinct, i => pictures[i].Hash), distance, (a, b) => parts.Join(distinct[a], distinct[b]), cancellationToken);
    }

    private static void JoinWithin(IReadOnlyList<HashedPicture> pictures, int distance, TimeSpan window, ConnectedParts parts, CancellationToken cancellationToken)
    {
        var timed = Enumerable.Range(0, pictures.Count).Where(i => pictures[i].Taken is not null).OrderBy(i => pictures[i].Taken).ToArray();
        for (var a = 0; a < timed.Length; a++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var b = a + 1; b < timed.Length && pictures[timed[b]].Taken - pictures[timed[a]].Taken <= window; b++)
            {
                if (SimilarPairs.AreSimilar(pictures[timed[a]].Hash, pictures[timed[b]].Hash, distance))
                {
                    parts.Join(timed[a], timed[b]);
                }
            }
        }
    }
}
