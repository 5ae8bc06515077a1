using System.Text;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Fills the variables of prompts: from the photo's metadata, from people, from earlier results, or with a constant.</summary>
internal sealed class RecipeVariables(RecipeResults results, RecipeInputs inputs, DiagnosticBag diagnostics)
{
    /// <summary>True when a variable is a field of the photo's header.</summary>
    public bool ReadsMetadata(YamlMap? variables) => variables?.Members.Any(static member => member.Value is YamlScalar { Text: "from_metadata" }) ?? false;

    /// <summary>The prompt as a template.</summary>
    public YamlScalar Fill(YamlScalar prompt, YamlMap? variables, RecipeStepWriter writer)
    {
        foreach (var unused in variables?.Members.Where(member => !RecipePrompt.Pieces(prompt, null).Any(piece => piece.Variable == member.Name)) ?? [])
        {
            diagnostics.Warning(DiagnosticCodes.RecipeIgnored, unused.Key.Position, $"The prompt does not read the variable `{unused.Name}`.");
        }

        var text = new StringBuilder();
        foreach (var (literal, variable, position) in RecipePrompt.Pieces(prompt, diagnostics))
        {
            text.Append(variable is null ? RecipePrompt.Literal(literal) : Value(variable, variables?.Find(variable), position, writer));
        }

        return Node.Text(prompt.Position, text.ToString());
    }

    private string Value(string name, YamlMember? declared, SourcePosition position, RecipeStepWriter writer)
    {
        if (declared is null)
        {
            return Result(name, writer) ?? Undeclared(name, position);
        }

        if (declared.Value is not YamlScalar { IsNull: false } scalar)
        {
            diagnostics.Error(DiagnosticCodes.RecipeBadVariable, declared.Value.Position, $"A variable is from_metadata, user_defined, the name of a result, or a constant, not {declared.Value.Kind}.");
            return string.Empty;
        }

        return scalar.Text switch
        {
            "from_metadata" => $"${{{Metadata(name)}}}",
            "user_defined" => $"${{{inputs.Variable(name, declared.Key.Position)}}}",
            _ => Result(scalar.Text, writer) ?? RecipePrompt.Literal(scalar.Text),
        };
    }

    private string? Result(string path, RecipeStepWriter writer)
    {
        var parts = path.Split('.');
        if (results.Find(parts[0]) is not { } operation)
        {
            return null;
        }

        writer.Reads(operation);
        var text = results.Read(parts[0], parts[1..])!;
        return $"${{{text}}}";
    }

    private string Undeclared(string name, SourcePosition position)
    {
        var input = name.Replace('.', '_');
        diagnostics.Warning(DiagnosticCodes.RecipeOpenVariable, position, $"The variable `{name}` is not declared and is no earlier result; it becomes an input of the run.", $"Declare it: `\"variables\": {{ \"{name}\": \"user_defined\" }}`.");
        return $"${{{inputs.Variable(input, position)}}}";
    }

    // XMP names are in snake_case or short, EXIF's are in CamelCase. A photo without the field is no failure.
    private static string Metadata(string name)
    {
        var exif = string.Concat(name.Split('_').Select(static part => part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
        return $"string(info.xmp.?{name}.orValue(info.exif.?{exif}.orValue('unspecified')))";
    }
}
