namespace Atelier.Models.Decoding;

/// <summary>A place where a detector looks for something; all in pixels of the model's input.</summary>
internal readonly record struct Anchor(double X, double Y, double Width, double Height, int Stride)
{
    /// <summary>All anchors of the levels, in the order that <see cref="AnchorDetection.Levels"/> tells.</summary>
    public static Anchor[] Of(AnchorDetection options, IReadOnlyList<AnchorLevel> levels) => [.. levels.SelectMany(level => Of(options, level))];

    private static IEnumerable<Anchor> Of(AnchorDetection options, AnchorLevel level)
    {
        var shapes = Shapes(level);
        var columns = (options.InputWidth + level.Stride - 1) / level.Stride;
        var rows = (options.InputHeight + level.Stride - 1) / level.Stride;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                foreach (var (width, height) in shapes)
                {
                    yield return new Anchor((column + options.CellOffset) * level.Stride, (row + options.CellOffset) * level.Stride, width, height, level.Stride);
                }
            }
        }
    }

    /// <summary>A ratio r keeps the area: <c>w = size sqrt(r)</c>, <c>h = size / sqrt(r)</c>.</summary>
    private static (double Width, double Height)[] Shapes(AnchorLevel level)
    {
        IReadOnlyList<double> ratios = level.Ratios is { Count: > 0 } given ? given : [1];
        return level.Sizes is { Count: > 0 } sizes
            ? [.. sizes.SelectMany(size => ratios.Select(ratio => (size * Math.Sqrt(ratio), size / Math.Sqrt(ratio))))]
            : [.. Enumerable.Repeat((0.0, 0.0), level.PerCell)];
    }
}
