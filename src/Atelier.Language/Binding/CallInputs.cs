using System.Collections.Immutable;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Atelier.Language.Inputs;
using Atelier.Language.Plans;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Binds the <c>with</c> of <c>run:</c> against the inputs that the other workflow declares.</summary>
internal static class CallInputs
{
    public static Template Bind(YamlScalar run, YamlNode? with, ImmutableArray<InputPlan> inputs, string calledFile, ReadPoint point, DiagnosticBag diagnostics)
    {
        var position = with?.Position ?? run.Position;
        var members = Members(with, diagnostics);
        foreach (var member in members)
        {
            if (inputs.All(input => input.Name != member.Name))
            {
                var remedy = NearNames.DidYouMean(member.Name, inputs.Select(static input => input.Name))
                    ?? (inputs.IsEmpty ? "It takes none." : $"It takes: {NearNames.List(inputs.Select(static input => input.Name))}.");
                diagnostics.Error(DiagnosticCodes.WithUnknownField, member.Key.Position, $"`{run.Text}` has no input `{member.Name}`.", remedy);
            }
        }

        var given = ImmutableArray.CreateBuilder<KeyValuePair<string, Template>>();
        foreach (var input in inputs)
        {
            if (members.FirstOrDefault(member => member.Name == input.Name) is { } member)
            {
                given.Add(KeyValuePair.Create(input.Name, BindInput(input, member.Value, point, diagnostics)));
            }
            else if (input.Required)
            {
                diagnostics.Error(DiagnosticCodes.WithMissingField, position, $"`{run.Text}` needs the input `{input.Name}` ({InputValue.Describe(input.Type)}).");
            }
            else
            {
                // The body reads every declared input, given or not.
                given.Add(KeyValuePair.Create(input.Name, Fallback(input, calledFile)));
            }
        }

        return new Template.Map(given.ToImmutable()) { Position = position };
    }

    private static Template Fallback(InputPlan input, string calledFile)
    {
        var value = input.Default is { } standard ? CelJson.Read(standard) : CelNull.Instance;
        return new Template.Constant(input.Type == InputType.Path ? Absolute(value, calledFile) : value) { Position = input.Position };
    }

    // A relative path starts at the folder of the file it is written in.
    private static CelValue Absolute(CelValue value, string file) =>
        value is CelString path && !path.Value.Contains('\0', StringComparison.Ordinal) && Path.IsPathFullyQualified(file)
            ? new CelString(Path.GetFullPath(path.Value, Path.GetDirectoryName(file) ?? file))
            : value;

    private static ImmutableArray<YamlMember> Members(YamlNode? with, DiagnosticBag diagnostics)
    {
        switch (with)
        {
            case null or YamlScalar { IsNull: true }:
                return [];
            case YamlMap map:
                return map.Members;
            default:
                diagnostics.Error(DiagnosticCodes.WrongKind, with.Position, $"`with` takes a map of inputs, not {with.Kind}.");
                return [];
        }
    }

    private static Template BindInput(InputPlan input, YamlNode node, ReadPoint point, DiagnosticBag diagnostics)
    {
        if (input.Type == InputType.Secret)
        {
            return BindSecret(input, node, point, diagnostics);
        }

        var template = new TemplateBinder(point, SecretUse.None, diagnostics).Bind(node);
        if (template is Template.Constant && !TemplateText.NeedsReading((node as YamlScalar)?.Text ?? string.Empty)
            && InputValue.Check(input, YamlJson.ToElement(node)) is { } mistake)
        {
            var code = mistake.Code == DiagnosticCodes.GivenOutOfRange ? DiagnosticCodes.WithOutOfRange
                : mistake.Code == DiagnosticCodes.GivenWrongType ? DiagnosticCodes.WithWrongType
                : DiagnosticCodes.WithNotAllowed;
            diagnostics.Error(code, node.Position, $"The input `{input.Name}` does not fit: {mistake.Message}.", mistake.Remedy);
            return template;
        }

        return input.Type == InputType.Path && template is Template.Constant path
            ? path with { Value = Absolute(path.Value, point.Workflow.File) }
            : template;
    }

    // What crosses is the secret's name, never its value: `${secrets.NAME}` and `NAME` say the same, and `${inputs.X}` hands on the name
    // that X has here.
    private static Template BindSecret(InputPlan input, YamlNode node, ReadPoint point, DiagnosticBag diagnostics)
    {
        var bound = new TemplateBinder(point, SecretUse.Name, diagnostics).Bind(node);
        if (bound is Template.Constant { Value: CelString { Value.Length: > 0 } })
        {
            return bound;
        }

        if (bound is Template.Single { ReadsSecret: true, Expression: { Cel.References: [{ Path: [var name] } reference] } expression } single
            && expression.Text.Trim() == $"{reference.Root}.{name}")
        {
            return reference.Root == "secrets"
                ? new Template.Constant(new CelString(name)) { Position = node.Position }
                : single with { ReadsSecret = false };
        }

        diagnostics.Error(DiagnosticCodes.WithWrongType, node.Position, $"The input `{input.Name}` takes the name of a secret.", "Write `${secrets.NAME}`, or an input of type secret.");
        return bound;
    }
}
