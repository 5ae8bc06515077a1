using System.Diagnostics.CodeAnalysis;

namespace Atelier.Language.Cel;

/// <summary>An expression, or what is wrong with its text.</summary>
/// <param name="Expression">The expression; null when there are errors.</param>
/// <param name="Errors">The mistakes in the order of the text; empty when there is an expression.</param>
public sealed record CelParseResult(CelExpression? Expression, IReadOnlyList<CelSyntaxError> Errors)
{
    /// <summary>True when the text is an expression.</summary>
    [MemberNotNullWhen(true, nameof(Expression))]
    public bool IsValid => Expression is not null;
}
