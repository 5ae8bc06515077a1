namespace Atelier.Hosts.Media;

/// <summary>What was written.</summary>
public sealed record RenderedPicture(int Width, int Height, string Format, long Size);
