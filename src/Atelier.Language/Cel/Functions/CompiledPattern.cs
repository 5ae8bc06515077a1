using System.Text.RegularExpressions;

namespace Atelier.Language.Cel.Functions;

/// <summary>A pattern ready to run.</summary>
/// <param name="Regex">What runs.</param>
/// <param name="Size">About how many states its automaton has: bounds the work for each character.</param>
internal sealed record CompiledPattern(Regex Regex, long Size);
