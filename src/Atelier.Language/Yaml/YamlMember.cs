namespace Atelier.Language.Yaml;

/// <summary>A key and its value.</summary>
internal sealed record YamlMember(YamlScalar Key, YamlNode Value)
{
    public string Name => Key.Text;
}
