using System.Collections.Immutable;
using System.Text.Json;

namespace Atelier.Language.Inputs;

/// <summary>The inputs of a run, or why they cannot be used.</summary>
/// <param name="Values">An object with every declared input in order, null for those without a value, paths absolute; undefined when there is any error.</param>
/// <param name="Diagnostics">Every mistake at once.</param>
public sealed record InputResult(JsonElement Values, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>True when the values can be used.</summary>
    public bool IsValid => Values.ValueKind == JsonValueKind.Object;
}
