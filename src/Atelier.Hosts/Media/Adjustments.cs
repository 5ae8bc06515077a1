namespace Atelier.Hosts.Media;

/// <summary>Changes of tone and geometry; null leaves a thing as it is.</summary>
public sealed record Adjustments
{
    public double? Rotate { get; init; }

    public string? Mirror { get; init; }

    public int? Denoise { get; init; }

    public double? Blur { get; init; }

    public double? Gamma { get; init; }

    public double? Contrast { get; init; }

    public double? Exposure { get; init; }

    public double? Brightness { get; init; }

    public double? Saturation { get; init; }

    public double? Hue { get; init; }

    public bool? Normalize { get; init; }

    public double? Sharpen { get; init; }

    public bool? Invert { get; init; }

    public bool? Grayscale { get; init; }
}
