using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>An expression and what reading it means for its step.</summary>
/// <param name="Expression">The compiled expression.</param>
/// <param name="ReadsSecret">True when it reads <c>secrets</c> or an input of type secret.</param>
/// <param name="ReadsRun">True when it reads <c>run</c> or calls <c>now()</c>.</param>
internal sealed record BoundExpression(PlanExpression Expression, bool ReadsSecret, bool ReadsRun);
