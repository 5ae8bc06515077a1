namespace Atelier.Language;

/// <summary>The published limits of a workflow document.</summary>
public static class LanguageLimits
{
    /// <summary>Largest text, in UTF-8 bytes: 1 MiB.</summary>
    public const int DocumentBytes = 1024 * 1024;

    /// <summary>Deepest nesting of maps and lists, aliases expanded.</summary>
    public const int Depth = 64;

    /// <summary>Most values in a document, aliases expanded.</summary>
    public const int Nodes = 100_000;

    /// <summary>Most characters of an expression.</summary>
    public const int ExpressionLength = 10_000;

    /// <summary>Most steps of a workflow, inlined ones and handlers included.</summary>
    public const int Steps = 200;

    /// <summary>Longest id, name of a collection and key, in UTF-8 bytes.</summary>
    public const int NameBytes = 255;

    /// <summary>Most mistakes that are told at once.</summary>
    public const int Diagnostics = 100;
}
