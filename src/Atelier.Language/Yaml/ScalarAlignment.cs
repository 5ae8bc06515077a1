namespace Atelier.Language.Yaml;

/// <summary>
/// Finds where characters of a scalar's value stand in the document, by walking value and source together: escapes,
/// doubled quotes, indentation and folded lines are longer in the source than in the value. Walks forward only.
/// </summary>
internal sealed class ScalarAlignment(string source, int start, string value, ScalarForm form)
{
    private int _at = form switch
    {
        ScalarForm.Plain => start,
        ScalarForm.Block => AfterHeader(source, start),
        _ => start + 1,
    };

    /// <summary>How far the value has been walked.</summary>
    public int Offset { get; private set; }

    /// <summary>The index in the source of the character at <paramref name="offset"/>, which is not before <see cref="Offset"/>; the nearest one where the two cannot be aligned.</summary>
    public int IndexOf(int offset)
    {
        var wanted = Math.Min(offset, value.Length);
        while (Offset < wanted && _at < source.Length)
        {
            Step();
        }

        return wanted < value.Length && !char.IsWhiteSpace(value[wanted]) ? SkipWhiteSpace(source, _at) : _at;
    }

    private void Step()
    {
        var written = source[_at];
        if (form == ScalarForm.DoubleQuoted && written == '\\')
        {
            StepEscape();
        }
        else if (written == value[Offset])
        {
            _at += form == ScalarForm.SingleQuoted && written == '\'' ? 2 : 1;
            Offset++;
        }
        else if (value[Offset] == ' ' && written is '\n' or '\r')
        {
            // A folded line: the break became the space; the indentation that follows is no part of the value.
            _at = SkipWhiteSpace(source, _at);
            Offset++;
        }
        else if (char.IsWhiteSpace(value[Offset]) && !char.IsWhiteSpace(written))
        {
            Offset++;
        }
        else
        {
            _at++;
        }
    }

    private void StepEscape()
    {
        var code = _at + 1 < source.Length ? source[_at + 1] : '\0';
        if (code is '\n' or '\r')
        {
            _at = SkipWhiteSpace(source, _at + 1);
            return;
        }

        _at += code switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
        Offset += code == 'U' && char.IsHighSurrogate(value[Offset]) ? 2 : 1;
    }

    private static int AfterHeader(string source, int start)
    {
        var line = source.IndexOf('\n', Math.Min(start, source.Length));
        return line < 0 ? source.Length : SkipWhiteSpace(source, line + 1);
    }

    private static int SkipWhiteSpace(string source, int at)
    {
        while (at < source.Length && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        return at;
    }
}
