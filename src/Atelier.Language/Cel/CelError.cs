namespace Atelier.Language.Cel;

/// <summary>Why an evaluation gave no value.</summary>
/// <param name="Code">The <c>ATL13xx</c> code, or that of the host's own error value.</param>
/// <param name="Message">What went wrong, as a sentence without a full stop.</param>
/// <param name="Offset">Where in the expression, in UTF-16 units from 0; -1 when unknown.</param>
public sealed record CelError(string Code, string Message, int Offset);
