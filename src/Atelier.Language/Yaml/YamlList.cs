using System.Collections.Immutable;

namespace Atelier.Language.Yaml;

/// <summary>A list.</summary>
internal sealed class YamlList(SourcePosition position, ImmutableArray<YamlNode> items) : YamlNode(position)
{
    public ImmutableArray<YamlNode> Items { get; } = items;

    public override long Size { get; } = 1 + items.Sum(static item => item.Size);

    public override int Height { get; } = 1 + items.Select(static item => item.Height).DefaultIfEmpty().Max();

    public override string Kind => "a list";
}
