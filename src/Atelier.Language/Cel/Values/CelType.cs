namespace Atelier.Language.Cel.Values;

/// <summary>A type as a value: what <c>type(x)</c> gives and what <c>int</c> or <c>list</c> name.</summary>
public sealed class CelType(string name) : CelValue
{
    internal static readonly CelType Null = new("null_type");
    internal static readonly CelType Bool = new("bool");
    internal static readonly CelType Int = new("int");
    internal static readonly CelType Uint = new("uint");
    internal static readonly CelType Double = new("double");
    internal static readonly CelType String = new("string");
    internal static readonly CelType Bytes = new("bytes");
    internal static readonly CelType List = new("list");
    internal static readonly CelType Map = new("map");
    internal static readonly CelType Timestamp = new("google.protobuf.Timestamp");
    internal static readonly CelType Duration = new("google.protobuf.Duration");
    internal static readonly CelType Meta = new("type");
    internal static readonly CelType Optional = new("optional_type");
    internal static readonly CelType Address = new("net.IP");
    internal static readonly CelType AddressRange = new("net.CIDR");
    internal static readonly CelType Error = new("error");

    private static readonly Dictionary<string, CelType> ByName =
        new[] { Null, Bool, Int, Uint, Double, String, Bytes, List, Map, Timestamp, Duration, Meta, Optional, Address, AddressRange }.ToDictionary(type => type.Name);

    /// <summary>The name, as an expression would write it.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Type;

    /// <inheritdoc/>
    public override CelType Type => Meta;

    /// <summary>The type that an expression means by a name, or null.</summary>
    public static CelType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
