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
