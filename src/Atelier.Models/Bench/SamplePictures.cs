using System.Globalization;

namespace Atelier.Models.Bench;

/// <summary>Pictures to ask about where nobody gave any: shapes in colours, drawn as SVG into a folder of their own.</summary>
public sealed class SamplePictures : IDisposable
{
    private const int Count = 16;
    private const int Side = 512;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-samples-");

    /// <summary>Draws them.</summary>
    public SamplePictures()
    {
        Paths = [.. Enumerable.Range(0, Count).Select(Draw)];
    }

    /// <summary>Absolute paths.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private string Draw(int number)
    {
        var path = Path.Join(_folder.FullName, $"{number}.svg");
        var hue = number * 360 / Count;
        File.WriteAllText(path, string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns='http://www.w3.org/2000/svg' width='{Side}' height='{Side}'><rect width='{Side}' height='{Side}' fill='hsl({hue},40%,70%)'/><circle cx='{120 + (number * 17)}' cy='256' r='90' fill='hsl({hue + 180},70%,45%)'/></svg>"));
        return path;
    }
}
