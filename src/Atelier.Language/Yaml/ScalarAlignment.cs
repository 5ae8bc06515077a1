namespace Atelier.Language.Yaml;

/// <summary>
/// Finds where a character of a scalar's value stands in the document, by walking value and source together: escapes,
/// doubled quotes, indentation and folded lines are longer in the source than in the value.
/// </summary>
internal static class ScalarAlignment
{
    /// <summary>The index in <paramref name="source"/>; the nearest one where the two cannot be aligned.</summary>
    public static int IndexOf(string source, int start, string value, ScalarForm form, int offset)
    {
        var at = form switch
        {
            ScalarForm.Plain => start,
            ScalarForm.Block => AfterHeader(source, start),
            _ => start + 1,
        };
        var index = 0;
        var wanted = Math.Min(offset, value.Length);
        while (index < wanted && at < source.Length)
        {
            Step(source, value, form, ref at, ref index);
        }

        return wanted < value.Length && !char.IsWhiteSpace(value[wanted]) ? SkipWhiteSpace(source, at) : at;
    }

    private static void Step(string source, string value, ScalarForm form, ref int at, ref int index)
    {
        var written = source[at];
        if (form == ScalarForm.DoubleQuoted && written == '\\')
        {
            StepEscape(source, value, ref at, ref index);
        }
        else if (written == value[index])
        {
            at += form == ScalarForm.SingleQuoted && written == '\'' ? 2 : 1;
            index++;
        }
        else if (value[index] == ' ' && written is '\n' or '\r')
        {
            // A folded line: the break became the space; the indentation that follows is skipped by the next steps.
            at = SkipWhiteSpace(source, at);
            index++;
        }
        else if (char.IsWhiteSpace(value[index]) && !char.IsWhiteSpace(written))
        {
            index++;
        }
        else
        {
            at++;
        }
    }

    private static void StepEscape(string source, string value, ref int at, ref int index)
    {
        var code = at + 1 < source.Length ? source[at + 1] : '\0';
        if (code is '\n' or '\r')
        {
            at = SkipWhiteSpace(source, at + 1);
            return;
        }

        at += code switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 };
        index += code == 'U' && char.IsHighSurrogate(value[index]) ? 2 : 1;
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
