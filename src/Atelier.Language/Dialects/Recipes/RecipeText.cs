using System.Collections.Immutable;
using System.Text;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// Reads recipes as people write them in notes and in Python files:
/// <code>
/// recipe = {
///     "name": "Wildlife",  # a comment, a trailing comma, and keys that stand twice are read
/// }
/// </code>
/// It is JSON with <c>name =</c> before it, comments (<c>#</c>, <c>//</c>, <c>/* */</c>), trailing commas, and with a warning single quotes and
/// <c>True</c>, <c>False</c>, <c>None</c>. Every node has its place; a map keeps every member, so that a repeated key can be told.
/// </summary>
internal sealed class RecipeText
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly DiagnosticBag _diagnostics;
    private int _at;
    private int _count;

    private RecipeText(SourceText source, DiagnosticBag diagnostics) => (_source, _text, _diagnostics) = (source, source.Text, diagnostics);

    /// <summary>True when the text opens an object, perhaps after comments and <c>name =</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="named">True when <c>name =</c> stands before it, which no YAML workflow begins with.</param>
    public static bool Looks(string text, out bool named)
    {
        var reader = new RecipeText(new SourceText(text, string.Empty), new DiagnosticBag());
        reader.SkipSpace();
        named = reader.SkipName();
        return reader.Peek() == '{';
    }

    /// <summary>The root; null when the text breaks, with the mistake told. What was read until then is in <paramref name="keys"/>.</summary>
    /// <param name="source">The text.</param>
    /// <param name="keys">The keys of the outermost object.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public static YamlNode? Read(SourceText source, ICollection<string> keys, DiagnosticBag diagnostics)
    {
        var reader = new RecipeText(source, diagnostics);
        try
        {
            reader.SkipSpace();
            reader.SkipName();
            var root = reader.Value(0, keys);
            reader.SkipSpace();
            if (reader.Peek() == ';')
            {
                reader._at++;
                reader.SkipSpace();
            }

            return reader._at == reader._text.Length ? root : throw reader.Broken("more text after the end of the recipe", "Keep one recipe a file.");
        }
        catch (RecipeTextException exception)
        {
            diagnostics.Error(exception.Code, source.PositionAt(exception.At), exception.Message, exception.Remedy);
            return null;
        }
    }

    private YamlNode Value(int depth, ICollection<string>? keys = null)
    {
        if (depth >= LanguageLimits.Depth)
        {
            throw new RecipeTextException(DiagnosticCodes.TooDeep, _at, "Maps and lists are nested more than 64 deep.", null);
        }

        if (++_count > LanguageLimits.Nodes)
        {
            throw new RecipeTextException(DiagnosticCodes.TooManyNodes, _at, "The recipe holds more than 100,000 values.", null);
        }

        return Peek() switch
        {
            '{' => Map(depth, keys),
            '[' => List(depth),
            '"' or '\'' => Text(),
            '\0' => throw Broken("the text ends where a value is expected"),
            '.' when _text.AsSpan(_at).StartsWith("...") => throw Elided(),
            _ => Word(),
        };
    }

    private YamlMap Map(int depth, ICollection<string>? keys)
    {
        var start = _at++;
        var members = ImmutableArray.CreateBuilder<YamlMember>();
        for (SkipSpace(); Peek() != '}'; SkipSpace())
        {
            if (_text.AsSpan(_at).StartsWith("..."))
            {
                throw Elided();
            }

            if (Peek() is not ('"' or '\''))
            {
                throw Peek() == '\0' ? Unclosed(start, "{") : Broken($"`{Shown()}` stands where a key in quotes is expected");
            }

            var key = Text();
            keys?.Add(key.Text);
            SkipSpace();
            if (Peek() != ':')
            {
                throw Broken($"the key `{key.Text}` has no `:` after it");
            }

            _at++;
            SkipSpace();
            members.Add(new YamlMember(key, Value(depth + 1)));
            Separate(start, '}');
        }

        _at++;
        return new YamlMap(_source.PositionAt(start), members.ToImmutable());
    }

    private YamlList List(int depth)
    {
        var start = _at++;
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        for (SkipSpace(); Peek() != ']'; SkipSpace())
        {
            if (Peek() == '\0')
            {
                throw Unclosed(start, "[");
            }

            items.Add(Value(depth + 1));
            Separate(start, ']');
        }

        _at++;
        return new YamlList(_source.PositionAt(start), items.ToImmutable());
    }

    private void Separate(int start, char end)
    {
        SkipSpace();
        if (Peek() == ',')
        {
            _at++;
        }
        else if (Peek() != end)
        {
            throw Peek() == '\0' ? Unclosed(start, _text[start].ToString()) : Broken($"`{Shown()}` stands where `,` or `{end}` is expected", "Is a comma missing before it?");
        }
    }

    private YamlScalar Text()
    {
        var start = _at;
        var quote = _text[_at++];
        var value = new StringBuilder();
        while (Peek() != quote)
        {
            var character = Peek();
            if (_at >= _text.Length || character is '\n' or '\r')
            {
                throw new RecipeTextException(DiagnosticCodes.RecipeSyntax, start, "This cannot be read as a recipe: the text that begins here has no closing quote on its line.", null);
            }

            _at++;
            value.Append(character == '\\' ? Escaped() : character);
        }

        _at++;
        if (quote == '\'')
        {
            _diagnostics.Warning(DiagnosticCodes.RecipePython, _source.PositionAt(start), "Single quotes are Python; JSON takes double ones.");
        }

        return new YamlScalar(_source, start, value.ToString(), quote == '"' ? ScalarForm.DoubleQuoted : ScalarForm.SingleQuoted);
    }

    private char Escaped()
    {
        var code = Peek();
        _at++;
        switch (code)
        {
            case '"' or '\'' or '\\' or '/':
                return code;
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when _at + 4 <= _text.Length && ushort.TryParse(_text.AsSpan(_at, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit):
                _at += 4;
                return (char)unit;
            default:
                _at -= 2;
                throw Broken($"`\\{code}` is no escape");
        }
    }

    private YamlScalar Word()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '-' or '+' or '.' or '_')
        {
            _at++;
        }

        var word = _text[start.._at];
        if (word is "True" or "False" or "None")
        {
            var json = word == "None" ? "null" : word.ToLowerInvariant();
            _diagnostics.Warning(DiagnosticCodes.RecipePython, _source.PositionAt(start), $"`{word}` is Python; it is read as `{json}`.");
            return new YamlScalar(_source, start, json, ScalarForm.Plain);
        }

        var scalar = new YamlScalar(_source, start, word, ScalarForm.Plain);
        if (word.Length == 0 || scalar.Type == ScalarType.Text)
        {
            _at = start;
            throw Broken($"`{Shown()}` is no value", "A text stands in double quotes.");
        }

        return scalar;
    }

    private bool SkipName()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
        {
            _at++;
        }

        var isName = _at > start && !char.IsAsciiDigit(_text[start]);
        SkipSpace();
        if (!isName || Peek() != '=')
        {
            _at = start;
            return false;
        }

        _at++;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            var rest = _text.AsSpan(_at);
            if (char.IsWhiteSpace(rest[0]))
            {
                _at++;
            }
            else if (rest[0] == '#' || rest.StartsWith("//"))
            {
                var end = rest.IndexOfAny('\n', '\r');
                _at += end < 0 ? rest.Length : end;
            }
            else if (rest.StartsWith("/*"))
            {
                var end = rest.IndexOf("*/");
                _at += end < 0 ? throw Broken("the comment that begins here has no `*/`") : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private string Shown()
    {
        var end = _at;
        while (end < _text.Length && end < _at + 20 && !char.IsWhiteSpace(_text[end]) && _text[end] is not (',' or '}' or ']'))
        {
            end++;
        }

        return _text[_at..Math.Clamp(end, Math.Min(_at + 1, _text.Length), _text.Length)];
    }

    private RecipeTextException Broken(string reason, string? remedy = null) => new(DiagnosticCodes.RecipeSyntax, _at, $"This cannot be read as a recipe: {reason}.", remedy);

    private static RecipeTextException Unclosed(int start, string opening) => new(DiagnosticCodes.RecipeSyntax, start, $"This cannot be read as a recipe: the `{opening}` that stands here is never closed.", null);

    private RecipeTextException Elided() => new(DiagnosticCodes.RecipeElided, _at, "`...` stands where something was left out.", "Write the steps that belong here.");
}
