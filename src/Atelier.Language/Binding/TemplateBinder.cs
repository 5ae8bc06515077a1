using System.Collections.Immutable;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Turns values of the document into templates.</summary>
/// <param name="point">The names their expressions see.</param>
/// <param name="secrets">What reading a secret means here.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class TemplateBinder(ReadPoint point, SecretUse secrets, DiagnosticBag diagnostics)
{
    /// <summary>True when any expression bound so far reads <c>run</c> or <c>now()</c>.</summary>
    public bool ReadsRun { get; private set; }

    /// <summary>The template of a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="raw">Names of members whose text stays as it is.</param>
    public Template Bind(YamlNode node, IReadOnlyCollection<string>? raw = null)
    {
        switch (node)
        {
            case YamlList list:
                return BindList(list);
            case YamlMap map:
                return BindMap(map, raw ?? []);
            case YamlScalar { Type: ScalarType.Text } text when TemplateText.NeedsReading(text.Text):
                return BindText(text);
            default:
                return new Template.Constant(ScalarValue.Of((YamlScalar)node)) { Position = node.Position };
        }
    }

    /// <summary>A value without any expression in it.</summary>
    public static Template Constant(YamlNode node) => new Template.Constant(ScalarValue.OfTree(node)) { Position = node.Position };

    private Template BindList(YamlList list)
    {
        var elements = list.Items.Select(item => Bind(item)).ToImmutableArray();
        return elements.All(static element => element is Template.Constant)
            ? new Template.Constant(CelList.Of([.. elements.Select(static element => ((Template.Constant)element).Value)])) { Position = list.Position }
            : new Template.List(elements) { Position = list.Position };
    }

    private Template BindMap(YamlMap map, IReadOnlyCollection<string> raw)
    {
        var members = map.Members
            .Select(member => KeyValuePair.Create(member.Name, raw.Contains(member.Name) ? Constant(member.Value) : Bind(member.Value)))
            .ToImmutableArray();
        return members.All(static member => member.Value is Template.Constant)
            ? new Template.Constant(ScalarValue.Map(members.Select(static member => KeyValuePair.Create(member.Key, ((Template.Constant)member.Value).Value)))) { Position = map.Position }
            : new Template.Map(members) { Position = map.Position };
    }

    private Template BindText(YamlScalar scalar)
    {
        var pieces = TemplateText.Split(scalar.Text, out var unclosed);
        if (unclosed >= 0)
        {
            diagnostics.Error(DiagnosticCodes.ExpressionNotClosed, scalar.PositionAt(unclosed), "This `${` has no `}`.", "Close it; write `$${` for the characters themselves.");
        }

        if (pieces.Count == 0 || pieces is [{ IsExpression: false }])
        {
            return new Template.Constant(new CelString(pieces.Count == 0 ? string.Empty : pieces[0].Text)) { Position = scalar.Position };
        }

        var bound = pieces.Select(piece => piece.IsExpression ? BindExpression(scalar, piece) : null).ToArray();
        var readsSecret = bound.Any(static expression => expression?.ReadsSecret == true);
        if (pieces is [{ IsExpression: true }] && bound[0] is { } single && unclosed < 0)
        {
            return new Template.Single(single.Expression, readsSecret) { Position = scalar.Position };
        }

        var parts = pieces.Zip(bound, static (piece, expression) => new InterpolatedPart(expression is null ? piece.Text : null, expression?.Expression));
        return new Template.Interpolated([.. parts], scalar.Text, readsSecret) { Position = scalar.Position };
    }

    private BoundExpression? BindExpression(YamlScalar scalar, TextPiece piece)
    {
        var bound = ExpressionBinder.Bind(scalar, piece.Text, piece.Offset, point, secrets, diagnostics);
        ReadsRun |= bound?.ReadsRun == true;
        return bound;
    }
}
