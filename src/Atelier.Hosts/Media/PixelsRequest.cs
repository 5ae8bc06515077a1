using System.Text.Json.Serialization;

namespace Atelier.Hosts.Media;

/// <summary>Asks for decoded pixels: 8 bits a channel, sRGB, the right way up, transparent parts on white.</summary>
/// <param name="Input">Path of the picture.</param>
/// <param name="Width">Largest width, or the width when <paramref name="Exact"/>.</param>
/// <param name="Height">Largest height, or the height when <paramref name="Exact"/>.</param>
/// <param name="Channels">3: red, green, blue; 1: luminance.</param>
/// <param name="Exact">True: squeezed into width x height; false: shrunk to fit, proportions kept, never enlarged.</param>
public sealed record PixelsRequest(string Input, int Width, int Height, int Channels, bool Exact)
{
    [JsonInclude]
    internal long MaxPixels { get; init; }
}
