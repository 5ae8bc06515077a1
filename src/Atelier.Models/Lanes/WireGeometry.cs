namespace Atelier.Models.Lanes;

/// <summary>How the host laid a picture onto the model's input.</summary>
internal sealed record WireGeometry(double ScaleX, double ScaleY, double OffsetX, double OffsetY);
