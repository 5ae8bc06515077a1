namespace Atelier.Language.Cel.Functions;

/// <summary>A pattern in .NET's syntax.</summary>
/// <param name="Text">The pattern.</param>
/// <param name="UsesLookAround">Whether it needs the backtracking engine.</param>
/// <param name="Size">How many single characters and classes it has once its counted repetitions are written out.</param>
internal sealed record Re2Translation(string Text, bool UsesLookAround, long Size);
