using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>Of boxes that mean the same thing the best one stays (greedy non-maximum suppression; Felzenszwalb et al. 2010, section 5.2).</summary>
internal static class NonMaximumSuppression
{
    /// <summary>
    /// Takes the objects best first and leaves out each one whose overlap with one already kept of the same label is above <paramref name="maxOverlap"/>.
    /// Equal scores keep their order, so the same objects give the same answer.
    /// </summary>
    /// <param name="objects">In any order.</param>
    /// <param name="maxOverlap">Intersection over union, 0..1; 1 keeps all.</param>
    /// <param name="max">Most objects kept.</param>
    /// <param name="acrossLabels">Whether objects of different labels push each other out too.</param>
    /// <returns>Best first.</returns>
    public static IReadOnlyList<DetectedObject> Keep(IEnumerable<DetectedObject> objects, double maxOverlap, int max = int.MaxValue, bool acrossLabels = false)
    {
        var kept = new List<DetectedObject>();
        foreach (var candidate in objects.OrderByDescending(static found => found.Score))
        {
            if (kept.Count >= max)
            {
                break;
            }

            if (!kept.Exists(other => (acrossLabels || other.Label == candidate.Label) && Overlap(other.Box, candidate.Box) > maxOverlap))
            {
                kept.Add(candidate);
            }
        }

        return kept;
    }

    /// <summary>Intersection over union, 0..1; 0 when both are empty.</summary>
    public static double Overlap(PixelBox left, PixelBox right)
    {
        var width = Math.Min(left.Right, right.Right) - Math.Max(left.Left, right.Left);
        var height = Math.Min(left.Bottom, right.Bottom) - Math.Max(left.Top, right.Top);
        var common = Math.Max(0, width) * Math.Max(0, height);
        var union = left.Area + right.Area - common;
        return union > 0 ? common / union : 0;
    }
}
