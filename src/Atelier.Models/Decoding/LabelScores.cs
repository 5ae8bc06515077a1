using System.Numerics;

namespace Atelier.Models.Decoding;

/// <summary>Zero-shot scores of labels from embeddings of unit length.</summary>
public static class LabelScores
{
    /// <summary>
    /// What CLIP's weights were trained to (Radford et al. 2021, section 2.5: <c>exp(t)</c>, clipped at 100).
    /// </summary>
    public const double ClipScale = 100;

    /// <summary>The learned <c>exp(t)</c> of SigLIP base, patch 16, 224 pixels; other weights have other ones, see the option <c>logit_scale</c>.</summary>
    public const double SiglipScale = 117.33;

    /// <summary>The learned <c>b</c> of the same weights; option <c>logit_bias</c>.</summary>
    public const double SiglipBias = -12.93;

    /// <summary>CLIP's rule: <c>softmax_i(scale x cos(picture, label_i))</c>. The scores sum to 1: they say which label, not whether any.</summary>
    /// <param name="picture">Unit length.</param>
    /// <param name="labels">Unit length, one a label.</param>
    /// <param name="scale">The learned temperature.</param>
    public static float[] Softmax(ReadOnlySpan<float> picture, IReadOnlyList<float[]> labels, double scale = ClipScale) =>
        [.. Logistic.Softmax(Logits(picture, labels, scale, 0)).Select(static share => (float)share)];

    /// <summary>SigLIP's rule (Zhai et al. 2023, section 3.2): <c>sigmoid(scale x cos(picture, label) + bias)</c>, each label for itself.</summary>
    /// <param name="picture">Unit length.</param>
    /// <param name="labels">Unit length, one a label.</param>
    /// <param name="scale"><c>exp</c> of the learned <c>logit_scale</c>.</param>
    /// <param name="bias">The learned <c>logit_bias</c>.</param>
    public static float[] Sigmoid(ReadOnlySpan<float> picture, IReadOnlyList<float[]> labels, double scale = SiglipScale, double bias = SiglipBias) =>
        [.. Logits(picture, labels, scale, bias).Select(static logit => (float)Logistic.Sigmoid(logit))];

    private static float[] Logits(ReadOnlySpan<float> picture, IReadOnlyList<float[]> labels, double scale, double bias)
    {
        var logits = new float[labels.Count];
        for (var i = 0; i < logits.Length; i++)
        {
            logits[i] = (float)((scale * Cosine(picture, labels[i])) + bias);
        }

        return logits;
    }

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
        {
            throw new DecodingException($"the picture's embedding has {left.Length} numbers, the label's {right.Length}");
        }

        var (sum, i) = (0f, 0);
        for (; i <= left.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += Vector.Dot(new Vector<float>(left[i..]), new Vector<float>(right[i..]));
        }

        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
