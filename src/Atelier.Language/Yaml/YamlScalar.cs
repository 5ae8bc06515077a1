using System.Globalization;

namespace Atelier.Language.Yaml;

/// <summary>A single value.</summary>
internal sealed class YamlScalar : YamlNode
{
    private readonly SourceText? _source;
    private readonly int _start;

    // Where the last question was answered: a text with many expressions is walked once, not once for each.
    private ScalarAlignment? _alignment;

    public YamlScalar(SourceText source, int start, string text, ScalarForm form, bool forceText = false)
        : base(source.PositionAt(start))
    {
        _source = source;
        _start = start;
        Text = text;
        Form = form;
        Type = form == ScalarForm.Plain && !forceText ? PlainScalar.TypeOf(text) : ScalarType.Text;
    }

    /// <summary>A value that was made, not read: all of it stands at the place it comes from.</summary>
    public YamlScalar(SourcePosition position, string text, ScalarForm form)
        : base(position)
    {
        Text = text;
        Form = form;
        Type = form == ScalarForm.Plain ? PlainScalar.TypeOf(text) : ScalarType.Text;
    }

    /// <summary>The value as text, escapes resolved.</summary>
    public string Text { get; }

    public ScalarForm Form { get; }

    public ScalarType Type { get; }

    public override long Size => 1;

    public override int Height => 1;

    public override string Kind => Type switch
    {
        ScalarType.Null => "nothing",
        ScalarType.Boolean => $"the boolean `{Text}`",
        ScalarType.Integer or ScalarType.Number => $"the number `{Shorten(Text)}`",
        _ => $"the text `{Shorten(Text)}`",
    };

    public bool IsNull => Type == ScalarType.Null;

    public bool Boolean => Text is "true" or "True" or "TRUE";

    /// <summary>The integer; false when it has more than 64 bits.</summary>
    public bool TryGetInteger(out long value) => PlainScalar.TryReadInteger(Text, out value);

    public double Number => PlainScalar.ReadNumber(Text);

    /// <summary>Where the character at <paramref name="offset"/> of <see cref="Text"/> stands in the document.</summary>
    public SourcePosition PositionAt(int offset)
    {
        if (_source is null)
        {
            return Position;
        }

        if (_alignment is null || _alignment.Offset > offset)
        {
            _alignment = new ScalarAlignment(_source.Text, _start, Text, Form);
        }

        return _source.PositionAt(_alignment.IndexOf(offset));
    }

    private static string Shorten(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOfAny('\r', '\n');
        var shown = end < 0 ? line : line[..end];
        return shown.Length <= 40 && end < 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{(shown.Length > 40 ? shown[..40] : shown)}...");
    }
}
