using Atelier.Models.Lanes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>NIMA's answer (Talebi and Milanfar 2018, "NIMA: Neural Image Assessment", section II): how raters would spread over the scores 1 to 10.</summary>
internal static class QualityDecoder
{
    private const int Scores = 10;
    private const double Tolerance = 0.02;

    /// <summary>
    /// <c>mean = sum i p_i</c>, <c>spread = sqrt(sum (i - mean)^2 p_i)</c>. Shares that do not quite sum to 1 are scaled; numbers that are no shares at all
    /// (a negative one, or a sum more than 2 % off) are taken for logits, as exports without their last softmax give them.
    /// </summary>
    /// <exception cref="DecodingException">There are not ten finite numbers.</exception>
    public static PictureScore Nima(Tensor scores)
    {
        if (TensorShape.Last(scores, 1, "scores")[0] != Scores)
        {
            throw new DecodingException($"the model gave `scores` as {TensorShape.Text(scores)}; a NIMA model gives 10 shares");
        }

        var given = scores.Floats;

        var (sum, lowest) = (0.0, double.PositiveInfinity);
        foreach (var share in given)
        {
            sum += share;
            lowest = Math.Min(lowest, share);
        }

        if (!double.IsFinite(sum))
        {
            throw new DecodingException("the model gave `scores` with numbers that are not finite");
        }

        var shares = lowest < 0 || Math.Abs(sum - 1) > Tolerance ? Logistic.Softmax(given) : Scaled(given, sum);
        var mean = shares.Select(static (share, i) => (i + 1) * share).Sum();
        var variance = shares.Select((share, i) => (i + 1 - mean) * (i + 1 - mean) * share).Sum();
        return new PictureScore(mean, Math.Sqrt(variance), shares);
    }

    private static double[] Scaled(ReadOnlySpan<float> given, double sum)
    {
        var shares = new double[given.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = given[i] / sum;
        }

        return shares;
    }
}
