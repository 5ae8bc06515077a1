namespace Atelier.Actions.Vision.Masks;

/// <summary>What a mask's pixels are.</summary>
internal enum MaskType
{
    Binary,
    Soft,
}
