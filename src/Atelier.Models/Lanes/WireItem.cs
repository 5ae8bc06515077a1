namespace Atelier.Models.Lanes;

/// <summary>A host's answer to one item. Which members are there depends on the operation; see <c>docs/specs/host-protocol.md</c>.</summary>
internal sealed record WireItem
{
    public WireError? Error { get; init; }

    public WireTensor? Embedding { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public IReadOnlyDictionary<string, WireTensor>? Tensors { get; init; }

    public WireGeometry? Geometry { get; init; }

    public IReadOnlyList<int[]>? Words { get; init; }

    public string? Text { get; init; }

    public int InputTokens { get; init; }

    public int OutputTokens { get; init; }

    public string? Finish { get; init; }
}
