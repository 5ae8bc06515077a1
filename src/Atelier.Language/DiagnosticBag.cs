using System.Collections.Immutable;

namespace Atelier.Language;

/// <summary>Collects mistakes; keeps the first <see cref="LanguageLimits.Diagnostics"/> by place and says how many more there are.</summary>
internal sealed class DiagnosticBag
{
    // Bounds time and memory for hostile texts; far more than is ever shown.
    private const int Kept = 1000;
    private const int LongestMessage = 1000;

    private readonly List<Diagnostic> _found = [];
    private readonly HashSet<(string, SourcePosition, string)> _seen = [];
    private int _dropped;

    /// <summary>True when any error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>True when so much is wrong that looking for more helps nobody.</summary>
    public bool IsFull => _found.Count >= Kept;

    /// <summary>Adds an error.</summary>
    public void Error(string code, SourcePosition position, string message, string? remedy = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Error, Shorten(message), position, remedy is null ? null : Shorten(remedy)));

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, SourcePosition position, string message, string? remedy = null) =>
        Add(new Diagnostic(code, DiagnosticSeverity.Warning, Shorten(message), position, remedy is null ? null : Shorten(remedy)));

    /// <summary>Adds what another bag holds.</summary>
    public void AddRange(DiagnosticBag other)
    {
        other._found.ForEach(Add);
        _dropped += other._dropped;
    }

    /// <summary>What was found, by file and place, capped.</summary>
    public ImmutableArray<Diagnostic> ToImmutable()
    {
        var sorted = _found
            .OrderBy(static found => found.Position.File, StringComparer.Ordinal)
            .ThenBy(static found => found.Position.Line)
            .ThenBy(static found => found.Position.Column)
            .ThenBy(static found => found.Code, StringComparer.Ordinal)
            .ToList();
        if (sorted.Count <= LanguageLimits.Diagnostics)
        {
            return [.. sorted];
        }

        var more = sorted.Count - LanguageLimits.Diagnostics + _dropped;
        var last = sorted[LanguageLimits.Diagnostics];
        return
        [
            .. sorted.Take(LanguageLimits.Diagnostics),
            new Diagnostic(DiagnosticCodes.TooManyMistakes, DiagnosticSeverity.Error, $"{more} more mistakes are not shown.", last.Position, "Correct the ones above first."),
        ];
    }

    private static string Shorten(string text) => text.Length <= LongestMessage ? text : $"{text[..LongestMessage]}....";

    private void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;

        // An aliased value is checked in every place it stands; its mistakes are told once.
        if (!_seen.Add((diagnostic.Code, diagnostic.Position, diagnostic.Message)))
        {
            return;
        }

        if (_found.Count < Kept)
        {
            _found.Add(diagnostic);
        }
        else
        {
            _dropped++;
        }
    }
}
