using System.Numerics;

namespace Atelier.Actions.Images.Analysis;

/// <summary>
/// Main colours by k-means in Oklab over the picture's colours counted in 32 x 32 x 32 bins. The first centre is the fullest bin, each next one the bin that
/// has most weight times squared distance to the centres so far: no randomness, so the same picture gives the same palette.
/// Centres nearer than <see cref="Indistinct"/> are one.
/// </summary>
internal static class ColorClusters
{
    private const int Rounds = 16;
    private const float Indistinct = 0.02f;

    /// <summary>Finds up to <paramref name="count"/> colours of interleaved RGB pixels, the most frequent first.</summary>
    public static IReadOnlyList<PaletteColor> Find(ReadOnlySpan<byte> rgb, int count, out string average)
    {
        var (points, weights) = Bins(rgb);
        average = OkLab.ToHex(Mean(points, weights));
        var centers = Seeds(points, weights, count);
        var shares = new float[centers.Count];
        for (var round = 0; round < Rounds; round++)
        {
            Move(points, weights, centers, shares);
        }

        var total = weights.Sum();
        return [.. Merge(centers, shares)
            .OrderByDescending(cluster => cluster.Weight)
            .Select(cluster => new PaletteColor(OkLab.ToHex(cluster.Center), Math.Round(cluster.Weight / total, 4)))];
    }

    private static (Vector3[] Points, float[] Weights) Bins(ReadOnlySpan<byte> rgb)
    {
        var bins = new Dictionary<int, (int Red, int Green, int Blue, int Count)>();
        for (var i = 0; i + 2 < rgb.Length; i += 3)
        {
            var bin = (rgb[i] >> 3 << 10) | (rgb[i + 1] >> 3 << 5) | (rgb[i + 2] >> 3);
            var (red, green, blue, n) = bins.GetValueOrDefault(bin);
            bins[bin] = (red + rgb[i], green + rgb[i + 1], blue + rgb[i + 2], n + 1);
        }

        var ordered = bins.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToArray();
        return (
            [.. ordered.Select(bin => OkLab.FromSrgb(Mean(bin.Red, bin.Count), Mean(bin.Green, bin.Count), Mean(bin.Blue, bin.Count)))],
            [.. ordered.Select(bin => (float)bin.Count)]);
    }

    private static byte Mean(int sum, int count) => (byte)((sum + (count / 2)) / count);

    private static Vector3 Mean(Vector3[] points, float[] weights)
    {
        var sum = Vector3.Zero;
        for (var i = 0; i < points.Length; i++)
        {
            sum += points[i] * weights[i];
        }

        return sum / weights.Sum();
    }

    private static List<Vector3> Seeds(Vector3[] points, float[] weights, int count)
    {
        var centers = new List<Vector3> { points[Array.IndexOf(weights, weights.Max())] };
        var nearest = points.Select(point => Vector3.DistanceSquared(point, centers[0])).ToArray();
        while (centers.Count < count)
        {
            var best = 0;
            for (var i = 1; i < points.Length; i++)
            {
                best = weights[i] * nearest[i] > weights[best] * nearest[best] ? i : best;
            }

            if (nearest[best] < Indistinct * Indistinct)
            {
                break;
            }

            centers.Add(points[best]);
            for (var i = 0; i < points.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], Vector3.DistanceSquared(points[i], points[best]));
            }
        }

        return centers;
    }

    private static void Move(Vector3[] points, float[] weights, List<Vector3> centers, float[] shares)
    {
        var sums = new Vector3[centers.Count];
        Array.Clear(shares);
        for (var i = 0; i < points.Length; i++)
        {
            var best = 0;
            for (var c = 1; c < centers.Count; c++)
            {
                best = Vector3.DistanceSquared(points[i], centers[c]) < Vector3.DistanceSquared(points[i], centers[best]) ? c : best;
            }

            sums[best] += points[i] * weights[i];
            shares[best] += weights[i];
        }

        for (var c = 0; c < centers.Count; c++)
        {
            centers[c] = shares[c] > 0 ? sums[c] / shares[c] : centers[c];
        }
    }

    private static List<(Vector3 Center, float Weight)> Merge(List<Vector3> centers, float[] shares)
    {
        var merged = new List<(Vector3 Center, float Weight)>();
        foreach (var (center, weight) in centers.Zip(shares).Where(pair => pair.Second > 0).OrderByDescending(pair => pair.Second))
        {
            var near = merged.FindIndex(other => Vector3.Distance(other.Center, center) < Indistinct);
            if (near < 0)
            {
                merged.Add((center, weight));
            }
            else
            {
                merged[near] = (merged[near].Center, merged[near].Weight + weight);
            }
        }

        return merged;
    }
}
