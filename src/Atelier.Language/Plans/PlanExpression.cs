using Atelier.Language.Cel;

namespace Atelier.Language.Plans;

/// <summary>A compiled expression with its place.</summary>
/// <param name="Cel">The compiled expression.</param>
/// <param name="Text">As written between <c>${</c> and <c>}</c>.</param>
/// <param name="Position">Of the first character of <paramref name="Text"/>.</param>
public sealed record PlanExpression(CelExpression Cel, string Text, SourcePosition Position);
