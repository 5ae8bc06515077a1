namespace Atelier.Language;

/// <summary>A place in a text. Line and column are 1-based; the column counts UTF-16 code units.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary><c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
