namespace Atelier.Hosts.Media;

/// <summary>Decoded pixels.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 or 3, interleaved.</param>
/// <param name="Pixels">Rows from the top, width x channels bytes each.</param>
public sealed record PicturePixels(int Width, int Height, int Channels, byte[] Pixels);
