namespace Atelier.Actions.Vision.Masks;

/// <summary>How large masks are made.</summary>
internal enum MaskQuality
{
    High,
    Fast,
}
