namespace Atelier.Models.Decoding;

/// <summary>From logits to shares.</summary>
internal static class Logistic
{
    /// <summary><c>1 / (1 + e^-x)</c>, without overflow on either side.</summary>
    public static double Sigmoid(double x)
    {
        if (x >= 0)
        {
            return 1 / (1 + Math.Exp(-x));
        }

        var e = Math.Exp(x);
        return e / (1 + e);
    }

    /// <summary><c>p_i = e^(x_i - max x) / sum_j e^(x_j - max x)</c>; taking the largest away first keeps the powers finite.</summary>
    public static double[] Softmax(ReadOnlySpan<float> logits)
    {
        var shares = new double[logits.Length];
        var largest = double.NegativeInfinity;
        foreach (var logit in logits)
        {
            largest = Math.Max(largest, logit);
        }

        var sum = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            sum += shares[i] = Math.Exp(logits[i] - largest);
        }

        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }
}
