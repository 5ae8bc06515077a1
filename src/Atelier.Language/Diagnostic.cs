namespace Atelier.Language;

/// <summary>How bad a mistake is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The workflow cannot run.</summary>
    Error,

    /// <summary>It runs, but probably not as meant.</summary>
    Warning,
}

/// <summary>A mistake in a text: what, where, and what to do.</summary>
/// <param name="Code">Stable, <c>ATL1###</c>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">One sentence: what is wrong.</param>
/// <param name="Position">Where.</param>
/// <param name="Remedy">What to do, with "did you mean" where a near name exists; null when the message says it.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string Message, SourcePosition Position, string? Remedy = null)
{
    /// <inheritdoc />
    public override string ToString() => $"{Position}: {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Message}{(Remedy is null ? string.Empty : $" {Remedy}")}";
}
