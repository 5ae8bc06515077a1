using Atelier.Actions.Embeddings;
using Atelier.Actions.Images.Grouping;

namespace Atelier.Actions.Vision.Similarity;

/// <summary>
/// Groups are the connected parts of the graph whose edges are pairs of at least the threshold's similarity (and within the window). Whether two
/// pictures are joined depends on the two alone, and a group is named by its smallest key: a picture that is added changes the group it joins, and no other.
/// </summary>
internal static class EmbeddedGroups
{
    /// <summary>All groups, those of one included; by key.</summary>
    public static IReadOnlyList<PictureGroup> Find(IReadOnlyList<EmbeddedPicture> pictures, double threshold, TimeSpan? window, CancellationToken cancellationToken)
    {
        var parts = new ConnectedParts(pictures.Count);
        var order = window is null
            ? Enumerable.Range(0, pictures.Count).ToArray()
            : [.. Enumerable.Range(0, pictures.Count).Where(i => pictures[i].Taken is not null).OrderBy(i => pictures[i].Taken)];
        var gate = new Lock();
        Parallel.For(0, order.Length, new ParallelOptions { CancellationToken = cancellationToken }, a =>
        {
            var first = pictures[order[a]];
            for (var b = a + 1; b < order.Length; b++)
            {
                var second = pictures[order[b]];
                if (window is not null && second.Taken - first.Taken > window)
                {
                    break;
                }

                // A hair below, so that a copy of a picture (1 but for rounding) is found with a threshold of 1.
                if (VectorMath.Dot(first.Vector, second.Vector) >= threshold - 1e-6)
                {
                    lock (gate)
                    {
                        parts.Join(order[a], order[b]);
                    }
                }
            }
        });
        return PictureGroup.From(parts, singles: true, i => (pictures[i].Key, pictures[i].Preference));
    }
}
