using Atelier.Language.Cel.Values;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Constants of the document as values of expressions.</summary>
internal static class ScalarValue
{
    /// <summary>Integers of more than 64 bits become doubles.</summary>
    public static CelValue Of(YamlScalar scalar) => scalar.Type switch
    {
        ScalarType.Null => CelNull.Instance,
        ScalarType.Boolean => CelBool.Of(scalar.Boolean),
        ScalarType.Integer when scalar.TryGetInteger(out var value) => CelInt.Of(value),
        ScalarType.Integer or ScalarType.Number => new CelDouble(scalar.Number),
        _ => new CelString(scalar.Text),
    };

    public static CelValue OfTree(YamlNode node) => node switch
    {
        YamlList list => CelList.Of([.. list.Items.Select(OfTree)]),
        YamlMap map => Map(map.Members.Select(static member => KeyValuePair.Create(member.Name, OfTree(member.Value)))),
        _ => Of((YamlScalar)node),
    };

    public static CelMap Map(IEnumerable<KeyValuePair<string, CelValue>> members) => CelMap.Of(new Dictionary<string, CelValue>(members, StringComparer.Ordinal));
}
