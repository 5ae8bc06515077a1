using System.Collections.Immutable;

namespace Atelier.Language.Yaml;

/// <summary>A value of the document with its place. An aliased value is one node that stands in several places.</summary>
internal abstract class YamlNode(SourcePosition position)
{
    /// <summary>Of its first character.</summary>
    public SourcePosition Position { get; } = position;

    /// <summary>How many values it holds, itself included, aliases expanded.</summary>
    public abstract long Size { get; }

    /// <summary>How deep it nests: 1 for a scalar.</summary>
    public abstract int Height { get; }

    /// <summary>What it is, for messages: <c>a list</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A list.</summary>
internal sealed class YamlList(SourcePosition position, ImmutableArray<YamlNode> items) : YamlNode(position)
{
    public ImmutableArray<YamlNode> Items { get; } = items;

    public override long Size { get; } = 1 + items.Sum(static item => item.Size);

    public override int Height { get; } = 1 + items.Select(static item => item.Height).DefaultIfEmpty().Max();

    public override string Kind => "a list";
}

/// <summary>A map; keys are unique.</summary>
internal sealed class YamlMap(SourcePosition position, ImmutableArray<YamlMember> members) : YamlNode(position)
{
    private const int FewMembers = 16;
    private Dictionary<string, YamlMember>? _byName;

    public ImmutableArray<YamlMember> Members { get; } = members;

    public override long Size { get; } = 1 + members.Sum(static member => 1 + member.Value.Size);

    public override int Height { get; } = 1 + members.Select(static member => member.Value.Height).DefaultIfEmpty().Max();

    public override string Kind => "a map";

    /// <summary>The member of that name; null when there is none.</summary>
    public YamlMember? Find(string name)
    {
        if (Members.Length > FewMembers)
        {
            _byName ??= Members.ToDictionary(static member => member.Name, StringComparer.Ordinal);
            return _byName.GetValueOrDefault(name);
        }

        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                return member;
            }
        }

        return null;
    }
}

/// <summary>A key and its value.</summary>
internal sealed record YamlMember(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Text;
}
