namespace Atelier.Hosts.Media;

/// <summary>A new size; a missing side follows from the proportions.</summary>
public sealed record ResizeTo(int? Width, int? Height, string Fit, string Position, bool Enlarge);
