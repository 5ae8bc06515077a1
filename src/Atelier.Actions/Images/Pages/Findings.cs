using Atelier.Actions.Embeddings;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Pages;

/// <summary>What a page shows of an item's value; filled by <see cref="FindingsReader"/>.</summary>
internal sealed class Findings
{
    public string? Title { get; set; }

    public List<(string Path, Artifact Picture)> Pictures { get; } = [];

    public List<TagsFound> Tags { get; } = [];

    public List<TextFound> Texts { get; } = [];

    public List<ObjectsFound> Objects { get; } = [];

    public List<ScoreFound> Scores { get; } = [];

    /// <summary>Decisions and why they were taken.</summary>
    public List<TextFound> Reasons { get; } = [];

    /// <summary>Colours as #rrggbb, the greatest first.</summary>
    public List<string> Palette { get; } = [];

    /// <summary>The first vector found.</summary>
    public EmbeddingVector? Vector { get; set; }

    /// <summary>Everything else that is short.</summary>
    public List<(string Path, string Value)> Facts { get; } = [];

    /// <summary>Models and formulas that the value names.</summary>
    public SortedSet<string> Makers { get; } = new(StringComparer.Ordinal);
}

/// <summary>Labels with scores, best first.</summary>
internal sealed record TagsFound(string Path, IReadOnlyList<(string Label, double Score)> Labels, string? MadeBy);

/// <summary>A text and who wrote it.</summary>
internal sealed record TextFound(string Path, string Text, string? MadeBy);

/// <summary>A score, from 0 or 1 to 10.</summary>
internal sealed record ScoreFound(string Path, double Value, string? MadeBy);

/// <summary>Things in a picture; boxes are shares of its sides.</summary>
internal sealed record ObjectsFound(string Path, double Width, double Height, IReadOnlyList<ObjectFound> Objects, string? MadeBy);

/// <summary>One thing; its box in shares of the picture's sides.</summary>
internal sealed record ObjectFound(string Label, double Score, double Left, double Top, double Width, double Height);
