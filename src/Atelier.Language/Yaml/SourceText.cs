namespace Atelier.Language.Yaml;

/// <summary>A text with its file name; turns indexes into places.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string text, string file)
    {
        Text = text;
        File = file;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n')))
            {
                _lineStarts.Add(index + 1);
            }
        }
    }

    /// <summary>The text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The file's name as shown in messages.</summary>
    public string File { get; }

    /// <summary>The place of a character; indexes outside the text are moved to its ends.</summary>
    public SourcePosition PositionAt(long index)
    {
        var inside = (int)Math.Clamp(index, 0, Text.Length);
        var found = _lineStarts.BinarySearch(inside);
        var line = found >= 0 ? found : ~found - 1;
        return new SourcePosition(File, line + 1, inside - _lineStarts[line] + 1);
    }
}
