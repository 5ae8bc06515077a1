using System.Text.Json.Serialization;

namespace Atelier.Hosts.Media;

/// <summary>Asks for a grid of pictures in one file.</summary>
/// <param name="Output">Path of the file to write.</param>
/// <param name="Format">jpeg, png or webp.</param>
/// <param name="Columns">Pictures a row.</param>
/// <param name="Cell">Side of a cell in pixels.</param>
/// <param name="Gap">Pixels between cells.</param>
/// <param name="Dark">Dark background with light labels.</param>
/// <param name="Cells">The pictures, row by row.</param>
public sealed record ContactSheetRequest(string Output, string Format, int Columns, int Cell, int Gap, bool Dark, IReadOnlyList<SheetCell> Cells)
{
    [JsonInclude]
    internal long MaxPixels { get; init; }
}
