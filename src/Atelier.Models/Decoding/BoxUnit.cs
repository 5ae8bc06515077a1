namespace Atelier.Models.Decoding;

/// <summary>In what the boxes of a detector are counted.</summary>
public enum BoxUnit
{
    /// <summary>Shares of the model's input, 0..1.</summary>
    Share,

    /// <summary>Pixels of the model's input.</summary>
    Pixel,
}
