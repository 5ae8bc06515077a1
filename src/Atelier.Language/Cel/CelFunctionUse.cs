namespace Atelier.Language.Cel;

/// <summary>A call in an expression.</summary>
/// <param name="Name">The function's name, with its namespace (<c>math.greatest</c>).</param>
/// <param name="Arity">The number of arguments, without the receiver.</param>
/// <param name="IsReceiver">True for <c>x.f()</c>.</param>
/// <param name="IsKnown">False when no function has that name and number of arguments: evaluating the call is an error.</param>
/// <param name="Offset">Where the name starts, in UTF-16 units from 0.</param>
/// <param name="Length">How many UTF-16 units the name covers.</param>
public sealed record CelFunctionUse(string Name, int Arity, bool IsReceiver, bool IsKnown, int Offset, int Length);
