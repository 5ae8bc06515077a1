namespace Atelier.Hosts.Media;

/// <summary>A part of a picture, from its left upper corner.</summary>
public sealed record CropArea(double Left, double Top, double? Width, double? Height, string Unit, bool Clamp);
