using Atelier.Language.Cel;
using Atelier.Language.Validation;

namespace Atelier.Language.Binding;

/// <summary>Checks the fields an expression selects against what is known of the value.</summary>
internal static class FieldCheck
{
    public static void Check(OutputShape shape, CelReference reference, SourcePosition position, DiagnosticBag diagnostics)
    {
        var path = reference.Root;
        foreach (var field in reference.Path)
        {
            if (shape.Names() is { } names && !names.Contains(field))
            {
                var remedy = NearNames.DidYouMean(field, names) ?? (names.Count == 0 ? "It has none." : $"It has: {NearNames.List(names)}.");
                diagnostics.Error(DiagnosticCodes.UnknownOutputField, position, $"`{path}` has no field `{field}`.", remedy);
                return;
            }

            shape = shape.Member(field);
            path = $"{path}.{field}";
        }
    }
}
