using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Atelier.Language.Yaml;

/// <summary>Builds nodes from parser events with a stack of its own, so that nesting cannot exhaust the thread's.</summary>
internal sealed class YamlTreeBuilder(SourceText source, DiagnosticBag diagnostics, bool keepRepeated)
{
    private readonly Stack<Frame> _open = new();
    private readonly Dictionary<string, YamlNode?> _anchors = new(StringComparer.Ordinal);
    private long _size;

    /// <summary>The finished document; null before its end.</summary>
    public YamlNode? Root { get; private set; }

    /// <summary>Takes an event; false when reading must end, with the reason told.</summary>
    public bool Add(ParsingEvent item) => item switch
    {
        Scalar scalar => AddScalar(scalar),
        SequenceStart start => Open(start, isMap: false),
        MappingStart start => Open(start, isMap: true),
        SequenceEnd or MappingEnd => Close(),
        AnchorAlias alias => AddAlias(alias),
        _ => true,
    };

    private bool AddScalar(Scalar scalar)
    {
        var isText = !scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific && scalar.Tag.Value == "tag:yaml.org,2002:str";
        if (!isText && !CheckTag(scalar))
        {
            return false;
        }

        if (HasHalfCharacter(scalar.Value))
        {
            diagnostics.Error(DiagnosticCodes.Syntax, source.PositionAt(scalar.Start.Index), "This text holds half of a character.", "Write both halves of the surrogate pair, or the character itself.");
            return false;
        }

        var form = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => ScalarForm.SingleQuoted,
            ScalarStyle.DoubleQuoted => ScalarForm.DoubleQuoted,
            ScalarStyle.Literal or ScalarStyle.Folded => ScalarForm.Block,
            _ => ScalarForm.Plain,
        };
        return Finish(new YamlScalar(source, (int)scalar.Start.Index, scalar.Value, form, isText), scalar.Anchor, 1);
    }

    private bool Open(NodeEvent start, bool isMap)
    {
        if (!CheckTag(start))
        {
            return false;
        }

        if (_open.Count >= LanguageLimits.Depth)
        {
            return TooDeep(start);
        }

        if (!start.Anchor.IsEmpty)
        {
            _anchors[start.Anchor.Value] = null;
        }

        _open.Push(new Frame(source.PositionAt(start.Start.Index), start.Anchor, isMap, keepRepeated));
        return true;
    }

    private bool Close()
    {
        var frame = _open.Pop();
        YamlNode node = frame.IsMap
            ? new YamlMap(frame.Position, [.. frame.Members])
            : new YamlList(frame.Position, [.. frame.Items]);
        return Finish(node, frame.Anchor, 1);
    }

    private bool AddAlias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var node) || node is null)
        {
            var reason = _anchors.ContainsKey(alias.Value.Value) ? "stands inside the value that it repeats" : "names no anchor before it";
            diagnostics.Error(DiagnosticCodes.UnknownAlias, source.PositionAt(alias.Start.Index), $"The alias `*{alias.Value.Value}` {reason}.");
            return false;
        }

        if (_open.Count + node.Height > LanguageLimits.Depth)
        {
            return TooDeep(alias);
        }

        return Finish(node, AnchorName.Empty, node.Size);
    }

    private bool Finish(YamlNode node, AnchorName anchor, long size)
    {
        _size += size;
        if (_size > LanguageLimits.Nodes)
        {
            diagnostics.Error(DiagnosticCodes.TooManyNodes, node.Position, "With its aliases written out, the document holds more than 100,000 values.", "Move lists of data to files.");
            return false;
        }

        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }

        if (_open.Count == 0)
        {
            Root ??= node;
            return true;
        }

        return _open.Peek().Add(node, diagnostics);
    }

    private bool CheckTag(NodeEvent item)
    {
        if (item.Tag.IsEmpty || item.Tag.IsNonSpecific)
        {
            return true;
        }

        diagnostics.Error(DiagnosticCodes.TagNotKnown, source.PositionAt(item.Start.Index), $"The tag `{item.Tag.Value}` has no meaning in a workflow.", "Leave it out; quote a value to make it a text.");
        return false;
    }

    // No encoding can write a lone surrogate, so it would fail later and far from here.
    private static bool HasHalfCharacter(string text)
    {
        for (var index = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); index >= 0 && index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return true;
            }
        }

        return false;
    }

    private bool TooDeep(ParsingEvent item)
    {
        diagnostics.Error(DiagnosticCodes.TooDeep, source.PositionAt(item.Start.Index), "Maps and lists are nested more than 64 deep.", "Move inner steps to a workflow of their own and call it with `run:`.");
        return false;
    }

    /// <summary>A list or map that is being read.</summary>
    private sealed class Frame(SourcePosition position, AnchorName anchor, bool isMap, bool keepRepeated)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private YamlScalar? _key;

        public SourcePosition Position { get; } = position;

        public AnchorName Anchor { get; } = anchor;

        public bool IsMap { get; } = isMap;

        public List<YamlNode> Items { get; } = [];

        public List<YamlMember> Members { get; } = [];

        public bool Add(YamlNode node, DiagnosticBag diagnostics)
        {
            if (!IsMap)
            {
                Items.Add(node);
            }
            else if (_key is { } key)
            {
                _key = null;
                AddMember(key, node, diagnostics);
            }
            else if (node is YamlScalar scalar)
            {
                _key = scalar;
            }
            else
            {
                diagnostics.Error(DiagnosticCodes.KeyNotText, node.Position, $"A key is a text, not {node.Kind}.", "A text that begins with `{` or `[` needs quotes.");
                return false;
            }

            return true;
        }

        private void AddMember(YamlScalar key, YamlNode value, DiagnosticBag diagnostics)
        {
            if (key is { Text: "<<", Form: ScalarForm.Plain })
            {
                diagnostics.Error(DiagnosticCodes.MergeKey, key.Position, "Merge keys (`<<`) are not part of YAML 1.2.", "Use an alias for the whole value, or `defaults:` for what steps share.");
            }
            else if (!_names.Add(key.Text) && !keepRepeated)
            {
                diagnostics.Error(DiagnosticCodes.DuplicateKey, key.Position, $"The key `{key.Text}` stands twice in this map.", "Keep one of them.");
            }
            else
            {
                Members.Add(new YamlMember(key, value));
            }
        }
    }
}
