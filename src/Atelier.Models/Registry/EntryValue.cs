using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Atelier.Models.Registry;

/// <summary>One value of a registry, read as what its key wants; a mistake is told at its place and gives null.</summary>
internal readonly record struct EntryValue(string Key, YamlNode Node, RegistryReader Reader)
{
    public string? Text() => Scalar() is { Length: > 0 } text ? text : Wrong<string>("a text");

    public long? Size() => Scalar() is { } text && SizeText.TryParse(text, out var size) ? size : Missing<long>("a size such as `600MB` or `6GB`");

    public TimeSpan? Time() => Scalar() is { } text && Quantities.ParseTime(text) is { } time ? time : Missing<TimeSpan>("a time such as `5ms`, `30s` or `10m`");

    public int? Count(int most) =>
        int.TryParse(Scalar(), CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count : Missing<int>($"a whole number from 1 to {most}");

    public bool? Flag() => Scalar() switch
    {
        "true" => true,
        "false" => false,
        _ => Missing<bool>("`true` or `false`"),
    };

    public IReadOnlyList<string>? Texts() => Node is YamlSequenceNode list && list.Children.All(static child => child is YamlScalarNode)
        ? [.. list.Children.Select(static child => ((YamlScalarNode)child).Value ?? string.Empty)]
        : Wrong<IReadOnlyList<string>>("a list of texts");

    public JsonElement? Object() => Node is YamlMappingNode ? JsonSerializer.SerializeToElement(ToJson(Node)) : Missing<JsonElement>("a map");

    /// <summary>The members of a map whose keys must be among <paramref name="known"/>.</summary>
    public IEnumerable<EntryValue> Members(params string[] known)
    {
        if (Node is not YamlMappingNode map)
        {
            Wrong<string>($"a map of {string.Join(", ", known)}");
            yield break;
        }

        foreach (var (key, value) in map.Children)
        {
            var name = key.ToString();
            if (known.Contains(name))
            {
                yield return new EntryValue(name, value, Reader);
            }
            else
            {
                Reader.Add(RegistryCodes.WrongEntry, key.Start, $"`{Key}` has no key `{name}`.{NearName.Hint(name, known)}");
            }
        }
    }

    public decimal? Money() =>
        decimal.TryParse(Scalar(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money) ? money : Missing<decimal>("an amount such as `0.15`");

    private string? Scalar() => (Node as YamlScalarNode)?.Value;

    private T? Wrong<T>(string wanted)
        where T : class
    {
        Reader.Add(RegistryCodes.WrongEntry, Node.Start, $"`{Key}` must be {wanted}");
        return null;
    }

    private T? Missing<T>(string wanted)
        where T : struct
    {
        Reader.Add(RegistryCodes.WrongEntry, Node.Start, $"`{Key}` must be {wanted}");
        return null;
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(static member => KeyValuePair.Create(member.Key.ToString(), ToJson(member.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: not ScalarStyle.Plain, Value: var text } => text,
        YamlScalarNode { Value: null or "" or "null" or "~" } => null,
        YamlScalarNode { Value: "true" } => true,
        YamlScalarNode { Value: "false" } => false,
        YamlScalarNode { Value: var text } when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        YamlScalarNode { Value: var text } when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        YamlScalarNode { Value: var text } => text,
        _ => null,
    };
}
