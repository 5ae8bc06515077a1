using System.Diagnostics.CodeAnalysis;

namespace Atelier.Models.Registry;

/// <summary>A registry's new text, or why it has none.</summary>
public sealed record RegistryEdit
{
    private RegistryEdit(string? text, string code, string reason)
    {
        (Text, Code, Reason) = (text, code, reason);
    }

    /// <summary>The whole new text; null: it was not changed.</summary>
    public string? Text { get; }

    /// <summary>Why not, such as ATL3411; empty when it was changed.</summary>
    public string Code { get; }

    /// <summary>The same in words, without a full stop.</summary>
    public string Reason { get; }

    /// <summary>All stays as it is.</summary>
    public static RegistryEdit Same(string text) => new(text, string.Empty, string.Empty);

    internal static RegistryEdit Of(string text) => new(text, string.Empty, string.Empty);

    internal static RegistryEdit No(string code, string reason) => new(null, code, reason);

    /// <summary>Whether there is a new text.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    public bool IsDone => Text is not null;
}
