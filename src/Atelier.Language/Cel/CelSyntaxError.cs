namespace Atelier.Language.Cel;

/// <summary>A mistake in the text of an expression.</summary>
/// <param name="Code">The <c>ATL13xx</c> code.</param>
/// <param name="Message">What is wrong, as a sentence without a full stop.</param>
/// <param name="Offset">Where it starts, in UTF-16 units from 0.</param>
/// <param name="Length">How many UTF-16 units it covers; at least 1 except at the end of the text.</param>
public sealed record CelSyntaxError(string Code, string Message, int Offset, int Length);
