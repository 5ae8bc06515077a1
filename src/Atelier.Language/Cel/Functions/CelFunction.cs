using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>
/// A function of the expression language. Gets values, never errors; of a receiver call (<c>x.f(y)</c>) the receiver first. Gives a value, a
/// <see cref="CelErrorValue"/>, or null when it does not take values of these types. Must not throw, must not keep the arguments' span, and
/// charges the context for work that grows with its arguments.
/// </summary>
public delegate CelValue? CelFunction(ReadOnlySpan<CelValue> arguments, CelContext context);
