namespace Atelier.Models.Decoding;

/// <summary>
/// How the edge of a mask is refined. Without a <see cref="Guide"/> a pixel's value is <c>255 sigmoid(logit)</c>: the model's own doubt becomes a soft edge. With one the
/// plain mask goes through a guided filter, which moves its edge onto edges of the picture near it.
/// </summary>
public sealed record MaskEdges
{
    /// <summary>Parts of the mask, and holes in it, smaller than this share of the picture are dropped and filled; the largest part always stays.</summary>
    public double SmallestRegion { get; init; } = 0.001;

    /// <summary>The picture's brightness, one byte a pixel, row by row.</summary>
    public byte[]? Guide { get; init; }

    /// <summary>How far the edge looks around, pixels of the picture; null: one cell of the model's grid.</summary>
    public int? Radius { get; init; }

    /// <summary>The filter's epsilon: differences of brightness (0..1) whose square is well below it count as smooth.</summary>
    public float Smoothness { get; init; } = 1e-3f;
}
