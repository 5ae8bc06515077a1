using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Language.Plans;
using Atelier.Language.Validation;

namespace Atelier.Language.Inputs;

/// <summary>Checks what is given to a run against what its workflow declares, and fills in defaults.</summary>
public static class InputBinder
{
    private static readonly SourcePosition Given = new("inputs", 1, 1);
    private static readonly IReadOnlyDictionary<string, string> NoTexts = new Dictionary<string, string>();

    /// <summary>The values of a run's inputs.</summary>
    /// <param name="inputs">As declared.</param>
    /// <param name="given">Values by name.</param>
    /// <param name="folders">What relative paths start from.</param>
    public static InputResult Bind(IReadOnlyList<InputPlan> inputs, IReadOnlyDictionary<string, JsonElement> given, InputFolders folders) =>
        Bind(inputs, given, NoTexts, folders);

    /// <summary>The values of a run's inputs, some of them as people type them; a text wins over a value of the same name.</summary>
    /// <param name="inputs">As declared.</param>
    /// <param name="given">Values by name.</param>
    /// <param name="texts">Texts by name, read by the type of the input: <c>3</c> for an integer, <c>a,b</c> or JSON for a list.</param>
    /// <param name="folders">What relative paths start from.</param>
    public static InputResult Bind(
        IReadOnlyList<InputPlan> inputs,
        IReadOnlyDictionary<string, JsonElement> given,
        IReadOnlyDictionary<string, string> texts,
        InputFolders folders)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var name in given.Keys.Concat(texts.Keys).Distinct().Where(name => inputs.All(input => input.Name != name)))
        {
            var remedy = NearNames.DidYouMean(name, inputs.Select(static input => input.Name))
                ?? (inputs.Count == 0 ? "The workflow declares no inputs." : $"Declared: {NearNames.List(inputs.Select(static input => input.Name))}.");
            diagnostics.Error(DiagnosticCodes.GivenUnknown, Given, $"There is no input `{name}`.", remedy);
        }

        var values = new JsonObject();
        foreach (var input in inputs)
        {
            values[input.Name] = JsonSerializer.SerializeToNode(ValueOf(input, given, texts, folders, diagnostics));
        }

        return new InputResult(diagnostics.HasErrors ? default : JsonSerializer.SerializeToElement(values), diagnostics.ToImmutable());
    }

    private static JsonElement? ValueOf(
        InputPlan input,
        IReadOnlyDictionary<string, JsonElement> given,
        IReadOnlyDictionary<string, string> texts,
        InputFolders folders,
        DiagnosticBag diagnostics)
    {
        JsonElement? value = given.TryGetValue(input.Name, out var written) && written.ValueKind != JsonValueKind.Null ? written : null;
        if (texts.TryGetValue(input.Name, out var text))
        {
            if (!InputText.TryRead(input.Type, text, out var read))
            {
                diagnostics.Error(DiagnosticCodes.GivenWrongType, input.Position, $"The input `{input.Name}` takes {InputValue.Describe(input.Type)}, not `{text}`.");
                return null;
            }

            value = read;
        }

        if (value is null)
        {
            return Fallback(input, folders, diagnostics);
        }

        if (InputValue.Check(input, value.Value) is { } mistake)
        {
            diagnostics.Error(mistake.Code, input.Position, $"The input `{input.Name}` does not fit: {mistake.Message}.", mistake.Remedy);
            return null;
        }

        return input.Type == InputType.Path ? Absolute(value.Value, folders.Current) : value;
    }

    private static JsonElement? Fallback(InputPlan input, InputFolders folders, DiagnosticBag diagnostics)
    {
        if (input.Default is { } standard)
        {
            return input.Type == InputType.Path ? Absolute(standard, folders.Workflow) : standard;
        }

        if (input.Required)
        {
            diagnostics.Error(DiagnosticCodes.GivenMissing, input.Position, $"The input `{input.Name}` ({InputValue.Describe(input.Type)}) has no value.", $"Give it with `-i {input.Name}=...`.");
        }

        return null;
    }

    private static JsonElement Absolute(JsonElement path, string folder) =>
        JsonSerializer.SerializeToElement(Path.GetFullPath(path.GetString()!, folder));
}
