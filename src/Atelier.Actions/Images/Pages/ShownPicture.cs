namespace Atelier.Actions.Images.Pages;

/// <summary>A picture as a page carries it: small, with its bytes.</summary>
/// <param name="MediaType">A browser must know it.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Pixels; 0: unknown.</param>
/// <param name="Height">Pixels; 0: unknown.</param>
public sealed record ShownPicture(string MediaType, byte[] Bytes, int Width, int Height);
