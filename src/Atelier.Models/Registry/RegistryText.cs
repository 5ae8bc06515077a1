using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Atelier.Models.Registry;

/// <summary>Changes the text of a registry and leaves everything else in it as it stands, comments too.</summary>
public static class RegistryText
{
    private const string Models = "models";

    /// <summary>Puts <c>NAME: ENTRY</c> at the head of <c>models</c>.</summary>
    /// <param name="text">The registry; empty: there is none yet.</param>
    /// <param name="name">Of the model.</param>
    /// <param name="entry">From <see cref="ModelEntry.Text"/>.</param>
    public static RegistryEdit Add(string text, string name, string entry)
    {
        var line = $"{name}: {entry}\n";
        if (string.IsNullOrWhiteSpace(text))
        {
            return RegistryEdit.Of($"{Models}:\n  {line}");
        }

        if (Root(text) is not { Style: not MappingStyle.Flow } root)
        {
            // A file of comments alone is one more that can be added to.
            return IsComment(text) ? RegistryEdit.Of($"{Ended(text)}{Models}:\n  {line}") : ByHand();
        }

        if (!root.Children.TryGetValue(Models, out var models))
        {
            return RegistryEdit.Of($"{Ended(text)}{Models}:\n  {line}");
        }

        switch (models)
        {
            case YamlMappingNode map when map.Children.ContainsKey(name):
                return RegistryEdit.No(RegistryCodes.Taken, $"the registry has a model `{name}` already");
            case YamlMappingNode { Style: MappingStyle.Block, Children.Count: > 0 } map:
                var first = map.Children.First().Key.Start;
                return RegistryEdit.Of(text.Insert((int)first.Index, line + new string(' ', (int)first.Column - 1)));
            case YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } empty:
                var key = root.Children.First(child => ReferenceEquals(child.Value, empty)).Key;
                return RegistryEdit.Of(text.Insert((int)key.End.Index + 1, $"\n  {line.TrimEnd()}"));
            default:
                return ByHand();
        }
    }

    /// <summary>Takes the lines of a model out. Comments above it stay: nobody can know whose they are.</summary>
    /// <param name="text">The registry.</param>
    /// <param name="name">Of the model.</param>
    public static RegistryEdit Remove(string text, string name)
    {
        if (Root(text)?.Children.TryGetValue(Models, out var models) is not true || models is not YamlMappingNode map || !map.Children.TryGetValue(name, out _))
        {
            return RegistryEdit.No(RegistryCodes.NotHere, $"the registry has no model `{name}`");
        }

        if (map.Style == MappingStyle.Flow)
        {
            return ByHand();
        }

        var key = map.Children.First(child => child.Key is YamlScalarNode scalar && scalar.Value == name).Key;
        var lines = text.Split('\n').ToList();
        var first = (int)key.Start.Line - 1;
        var count = LinesOf(lines, first, (int)key.Start.Column - 1);
        lines.RemoveRange(first, count);
        var after = string.Join('\n', lines);
        return SaysTheSame(map, after, name) ? RegistryEdit.Of(after) : ByHand();
    }

    /// <summary>The entry's own line and those below it that stand deeper; blank lines and comments after its last one are not its.</summary>
    private static int LinesOf(List<string> lines, int first, int indent)
    {
        var count = 1;
        for (var at = first + 1; at < lines.Count; at++)
        {
            var line = lines[at].TrimEnd('\r');
            var depth = line.Length - line.TrimStart(' ').Length;
            if (line.Trim().Length == 0 || line[depth] == '#')
            {
                continue;
            }

            if (depth <= indent)
            {
                break;
            }

            count = at - first + 1;
        }

        return count;
    }

    /// <summary>Whether nothing but the one model is gone: what was cut by lines is read again before it counts.</summary>
    private static bool SaysTheSame(YamlMappingNode before, string after, string without)
    {
        if (Root(after) is not { } root)
        {
            return false;
        }

        var left = root.Children.TryGetValue(Models, out var models) ? models as YamlMappingNode : null;
        var expected = before.Children.Where(child => child.Key.ToString() != without).ToDictionary(static child => child.Key, static child => child.Value);
        return expected.Count == (left?.Children.Count ?? 0) && expected.All(child => left!.Children.TryGetValue(child.Key, out var value) && value.Equals(child.Value));
    }

    private static RegistryEdit ByHand() => RegistryEdit.No(RegistryCodes.ByHand, "the registry is written so that only a person can change it (no YAML, or its models stand in `{}`)");

    private static string Ended(string text) => text.EndsWith('\n') ? text : text + "\n";

    private static bool IsComment(string text) => text.Split('\n').All(static line => line.Trim() is "" or ['#', ..]);

    private static YamlMappingNode? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.FirstOrDefault()?.RootNode as YamlMappingNode;
        }
        // A key that is missing makes the reader stumble instead of telling.
        catch (Exception exception) when (exception is YamlException or ArgumentException)
        {
            return null;
        }
    }
}
