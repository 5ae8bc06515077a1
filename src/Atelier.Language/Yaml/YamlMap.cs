using System.Collections.Immutable;

namespace Atelier.Language.Yaml;

/// <summary>A map; keys are unique, save in recipes before they are compiled: there <see cref="Find"/> gives the first.</summary>
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
            _byName ??= Members.GroupBy(static member => member.Name, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal);
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
