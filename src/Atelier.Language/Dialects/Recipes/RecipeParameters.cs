using Atelier.Language.Validation;
using Atelier.Language.Yaml;
using Atelier.Sdk;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Checks the parameters of a step against its action, and turns those that stay what they are into fields of <c>with</c>.</summary>
internal static class RecipeParameters
{
    public static void Check(RecipeStep step, RecipeAction action, DiagnosticBag diagnostics)
    {
        foreach (var member in step.Parameters)
        {
            if (action.Parameters.FirstOrDefault(known => known.Name == member.Name) is not { } parameter)
            {
                var names = action.Parameters.Select(static known => known.Name).ToArray();
                diagnostics.Error(
                    DiagnosticCodes.RecipeUnknownParameter,
                    member.Key.Position,
                    $"`{action.Name}` has no parameter `{member.Name}`.",
                    NearNames.DidYouMean(member.Name, names) ?? (names.Length == 0 ? "It takes none." : $"Known: {string.Join(", ", names)}."));
            }
            else if (Expected(member.Value, parameter) is { } expected)
            {
                var remedy = member.Value is YamlScalar { Type: ScalarType.Text } text && parameter.Kind == ParameterKind.Choice ? NearNames.DidYouMean(text.Text, parameter.Choices) : null;
                diagnostics.Error(DiagnosticCodes.RecipeBadParameter, member.Value.Position, $"`{member.Name}` takes {expected}, not {member.Value.Kind}.", remedy);
            }
        }

        foreach (var twice in step.Parameters.GroupBy(member => action.Parameters.FirstOrDefault(known => known.Name == member.Name)?.Field).Where(static same => same.Key is not null).SelectMany(static same => same.Skip(1)))
        {
            diagnostics.Error(DiagnosticCodes.RecipeRepeatedKey, twice.Key.Position, $"`{twice.Name}` says the same as another parameter of this step.", "Keep one of them.");
        }
    }

    /// <summary>The fields that parameters become, each at its own place.</summary>
    public static IEnumerable<(string Field, YamlNode? Value)> Fields(RecipeOperation operation)
    {
        foreach (var member in operation.Step.Parameters)
        {
            if (operation.Action.Parameters.FirstOrDefault(known => known.Name == member.Name) is { Field: { } field } parameter)
            {
                yield return (field, parameter.Kind == ParameterKind.Seconds ? Duration((YamlScalar)member.Value) : Node.Literal(member.Value));
            }
        }
    }

    /// <summary>Seconds as a duration.</summary>
    public static YamlScalar Duration(YamlScalar seconds) => Node.Text(seconds.Position, $"{seconds.Text}s");

    // What the parameter takes, when this value is none.
    private static string? Expected(YamlNode value, RecipeParameter parameter)
    {
        var scalar = value as YamlScalar;
        return parameter.Kind switch
        {
            ParameterKind.Number when scalar is not { Type: ScalarType.Integer or ScalarType.Number } => "a number",
            ParameterKind.Integer when scalar is not { Type: ScalarType.Integer } => "an integer",
            ParameterKind.Number or ParameterKind.Integer when scalar!.Number < parameter.Least || scalar.Number > parameter.Most || !double.IsFinite(scalar.Number) =>
                FormattableString.Invariant($"{parameter.Least} to {parameter.Most}"),
            ParameterKind.Boolean when scalar is not { Type: ScalarType.Boolean } => "`true` or `false`",
            ParameterKind.Text when scalar is not { Type: ScalarType.Text } => "a text",
            ParameterKind.Choice when scalar is not { Type: ScalarType.Text } || !parameter.Choices.Contains(scalar.Text) => $"one of {string.Join(", ", parameter.Choices)}",
            ParameterKind.Texts when scalar is not { Type: ScalarType.Text } && (value is not YamlList list || list.Items.IsEmpty || list.Items.Any(static item => item is not YamlScalar { Type: ScalarType.Text })) => "a list of texts",
            ParameterKind.Seconds when scalar is not { Type: ScalarType.Integer or ScalarType.Number, Number: > 0 } => "a number of seconds above 0",
            ParameterKind.Duration when scalar is null || !DurationText.TryParse(scalar.Text, out _, out _) => "a duration such as `7d`",
            ParameterKind.Map when value is not YamlMap => "a map",
            _ => null,
        };
    }
}
