using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Atelier.Language.Yaml;

/// <summary>
/// Reads texts that are JSON throughout. YAML readers refuse some of JSON (tabs, escaped slashes, surrogate pairs), so
/// JSON gets its own way in; what is not JSON to the end is left to the YAML reader, which also has the better messages for it.
/// </summary>
internal static class JsonReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = LanguageLimits.Depth };

    /// <summary>True when the first character that counts opens an object.</summary>
    public static bool Looks(string text) => text.AsSpan().TrimStart() is ['{', ..];

    /// <summary>False when the text is not JSON; then nothing was told.</summary>
    public static bool TryRead(SourceText source, DiagnosticBag diagnostics, [NotNullWhen(true)] out YamlNode? root)
    {
        root = null;
        var bytes = Encoding.UTF8.GetBytes(source.Text);
        var found = new DiagnosticBag();
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            var walk = new Walk(source, bytes, found);
            root = walk.Value(ref reader);
            if (reader.Read() || walk.Count > LanguageLimits.Nodes)
            {
                root = null;
                return false;
            }
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair: no text.
            return false;
        }

        foreach (var diagnostic in found.ToImmutable())
        {
            diagnostics.Error(diagnostic.Code, diagnostic.Position, diagnostic.Message, diagnostic.Remedy);
        }

        return true;
    }

    private sealed class Walk(SourceText source, byte[] bytes, DiagnosticBag diagnostics)
    {
        private int _byte;
        private int _char;

        public int Count { get; private set; }

        public YamlNode Value(ref Utf8JsonReader reader)
        {
            Count++;
            var start = CharIndex(reader.TokenStartIndex);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return new YamlMap(source.PositionAt(start), Members(ref reader));
                case JsonTokenType.StartArray:
                    var items = ImmutableArray.CreateBuilder<YamlNode>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(Value(ref reader));
                    }

                    return new YamlList(source.PositionAt(start), items.ToImmutable());
                case JsonTokenType.String:
                    return new YamlScalar(source, start, reader.GetString()!, ScalarForm.DoubleQuoted);
                default:
                    return new YamlScalar(source, start, Encoding.UTF8.GetString(reader.ValueSpan), ScalarForm.Plain);
            }
        }

        private ImmutableArray<YamlMember> Members(ref Utf8JsonReader reader)
        {
            var members = ImmutableArray.CreateBuilder<YamlMember>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = new YamlScalar(source, CharIndex(reader.TokenStartIndex), reader.GetString()!, ScalarForm.DoubleQuoted);
                reader.Read();
                var value = Value(ref reader);
                if (names.Add(key.Text))
                {
                    members.Add(new YamlMember(key, value));
                }
                else
                {
                    diagnostics.Error(DiagnosticCodes.DuplicateKey, key.Position, $"The key `{key.Text}` stands twice in this map.", "Keep one of them.");
                }
            }

            return members.ToImmutable();
        }

        // Tokens come in order, so one pass over the text serves them all.
        private int CharIndex(long byteIndex)
        {
            _char += Encoding.UTF8.GetCharCount(bytes, _byte, (int)byteIndex - _byte);
            _byte = (int)byteIndex;
            return _char;
        }
    }
}
