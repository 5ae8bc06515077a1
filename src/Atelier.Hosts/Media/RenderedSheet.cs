namespace Atelier.Hosts.Media;

/// <summary>A written grid.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Unreadable">The cells that could not be decoded; grey in the picture.</param>
public sealed record RenderedSheet(int Width, int Height, long Size, IReadOnlyList<UnreadableCell> Unreadable);
