namespace Atelier.Language.Cel;

/// <summary>A free name that an expression reads, with what it selects from it.</summary>
/// <param name="Root">The name.</param>
/// <param name="Path">The fields selected from it by <c>.a</c>, <c>.?a</c>, <c>["a"]</c> or <c>[?"a"]</c>, up to the first other operation.</param>
/// <param name="Offset">Where the name starts, in UTF-16 units from 0.</param>
/// <param name="Length">How many UTF-16 units name and path cover.</param>
/// <param name="IsOptional">True when it is read inside <c>has()</c>, or some step of the path is <c>.?</c> or <c>[?]</c>: an absent value is no error.</param>
public sealed record CelReference(string Root, IReadOnlyList<string> Path, int Offset, int Length, bool IsOptional);
