namespace Atelier.Actions.Images.Edits;

/// <summary>A part of a picture in pixels.</summary>
internal sealed record CutArea(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>To whole pixels that lie inside; at least one.</summary>
    public CutArea Whole()
    {
        var (left, top) = (Math.Ceiling(Left - 1e-6), Math.Ceiling(Top - 1e-6));
        return new CutArea(left, top, Math.Max(1, Math.Floor(Right + 1e-6) - left), Math.Max(1, Math.Floor(Bottom + 1e-6) - top));
    }
}
