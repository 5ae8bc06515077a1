using System.Text;
using System.Text.Json;

namespace Atelier.Language.Yaml;

/// <summary>Nodes to YAML that reads back as the same nodes; short maps and lists stand on one line.</summary>
internal static class YamlWriter
{
    private const int LongestLine = 130;
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(YamlNode root)
    {
        var text = new StringBuilder();
        WriteBlock(text, root, 0, afterKey: false);
        return text.ToString();
    }

    // A block begins where the writer stands: after `key:` with a line of its own, after `- ` on the same line.
    private static void WriteBlock(StringBuilder text, YamlNode node, int indent, bool afterKey)
    {
        var isLong = node is YamlMap { Members.Length: > 0 } or YamlList { Items.Length: > 0 };
        if (!isLong || (indent > 0 && afterKey && Flow(node) is { } line && text.Length - LineStart(text) + line.Length < LongestLine && !HoldsSteps(node)))
        {
            text.Append(afterKey ? " " : string.Empty).Append(Flow(node)).Append('\n');
            return;
        }

        if (afterKey)
        {
            text.Append('\n');
        }

        var first = !afterKey;
        if (node is YamlMap map)
        {
            foreach (var member in map.Members)
            {
                Indent(text, first && indent > 0 ? 0 : indent);
                text.Append(Scalar(member.Key)).Append(':');
                WriteBlock(text, member.Value, indent + 2, afterKey: true);
                first = false;
            }
        }
        else
        {
            foreach (var item in ((YamlList)node).Items)
            {
                Indent(text, first && indent > 0 ? 0 : indent);
                text.Append("- ");
                WriteBlock(text, item, indent + 2, afterKey: false);
                first = false;
            }
        }
    }

    private static bool HoldsSteps(YamlNode node) =>
        node is YamlList list && list.Items.Any(static item => item is YamlMap map && (map.Find("id") is not null || map.Find("when") is not null));

    private static string Flow(YamlNode node) => node switch
    {
        YamlMap { Members.IsEmpty: true } => "{}",
        YamlMap map => $"{{ {string.Join(", ", map.Members.Select(static member => $"{Scalar(member.Key)}: {Flow(member.Value)}"))} }}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        _ => Scalar((YamlScalar)node),
    };

    private static string Scalar(YamlScalar scalar)
    {
        if (scalar.Type != ScalarType.Text)
        {
            return scalar.Type == ScalarType.Null ? "null" : scalar.Text;
        }

        return IsPlain(scalar.Text) ? scalar.Text : JsonSerializer.Serialize(scalar.Text, Quoting);
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_')
        && text.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' or '/' or ' ')
        && text[^1] != ' ' && PlainScalar.TypeOf(text) == ScalarType.Text
        && text.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "y" or "n");

    private static void Indent(StringBuilder text, int indent) => text.Append(' ', indent);

    private static int LineStart(StringBuilder text)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (text[at] == '\n')
            {
                return at + 1;
            }
        }

        return 0;
    }
}
