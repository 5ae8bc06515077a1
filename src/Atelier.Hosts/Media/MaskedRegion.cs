namespace Atelier.Hosts.Media;

/// <summary>A change of the part of a picture that a mask names.</summary>
/// <param name="Mask">Path of a grey picture over the whole upright picture, of any size: white is inside; greys mix.</param>
/// <param name="Outside">True: the change is made outside the mask.</param>
/// <param name="Adjust">What changes there; nothing that moves pixels. Null: nothing.</param>
/// <param name="Remove">True: that part becomes transparent.</param>
public sealed record MaskedRegion(string Mask, bool Outside, Adjustments? Adjust, bool Remove);
