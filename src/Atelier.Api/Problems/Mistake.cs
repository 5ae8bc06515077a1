namespace Atelier.Api.Problems;

/// <summary>A mistake in a definition or in a value.</summary>
public sealed record Mistake
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary><c>error</c> or <c>warning</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>One sentence: what is wrong.</summary>
    public required string Message { get; init; }

    /// <summary>The file; empty for the text itself; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>1-based; 0 where there is no place.</summary>
    public int Line { get; init; }

    /// <summary>1-based, in UTF-16 units; 0 where there is no place.</summary>
    public int Column { get; init; }

    /// <summary>What to do; null when the message says it.</summary>
    public string? Remedy { get; init; }
}
