using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Plans;

/// <summary>Evaluates templates. The first mistake ends it and names the template's place.</summary>
public static class TemplateEvaluator
{
    /// <summary>The value of a template in a scope.</summary>
    /// <param name="template">What to evaluate.</param>
    /// <param name="activation">The scope's names.</param>
    /// <param name="deferSecrets">True: leaves that read secrets become <c>{"$secret": text}</c> instead of being evaluated.</param>
    public static TemplateResult Evaluate(Template template, ICelActivation activation, bool deferSecrets)
    {
        switch (template)
        {
            case Template.Constant constant:
                return new TemplateResult(constant.Value, null);
            case Template.Single { ReadsSecret: true } single when deferSecrets:
                return Deferred("${" + single.Expression.Text + "}");
            case Template.Single single:
                return Evaluate(single.Expression, activation);
            case Template.Interpolated { ReadsSecret: true } text when deferSecrets:
                return Deferred(text.Text);
            case Template.Interpolated text:
                return Interpolate(text, activation);
            case Template.List list:
                return EvaluateList(list, activation, deferSecrets);
            case Template.Map map:
                return EvaluateMap(map, activation, deferSecrets);
            default:
                throw new InvalidOperationException("Template is closed");
        }
    }

    /// <summary>The value of an expression in a scope.</summary>
    public static TemplateResult Evaluate(PlanExpression expression, ICelActivation activation)
    {
        var result = expression.Cel.Evaluate(activation);
        return result.Error is { } error
            ? new TemplateResult(null, new TemplateError(error.Code, $"{error.Message} in `${{{expression.Text}}}`", expression.Position))
            : new TemplateResult(result.Value, null);
    }

    private static TemplateResult EvaluateList(Template.List list, ICelActivation activation, bool deferSecrets)
    {
        var values = new CelValue[list.Elements.Length];
        for (var index = 0; index < values.Length; index++)
        {
            var element = Evaluate(list.Elements[index], activation, deferSecrets);
            if (element.Error is not null)
            {
                return element;
            }

            values[index] = element.Value!;
        }

        return new TemplateResult(CelList.Of(values), null);
    }

    private static TemplateResult EvaluateMap(Template.Map map, ICelActivation activation, bool deferSecrets)
    {
        var entries = new KeyValuePair<CelValue, CelValue>[map.Members.Length];
        for (var index = 0; index < entries.Length; index++)
        {
            var (name, member) = map.Members[index];
            var value = Evaluate(member, activation, deferSecrets);
            if (value.Error is not null)
            {
                return value;
            }

            entries[index] = new KeyValuePair<CelValue, CelValue>(new CelString(name), value.Value!);
        }

        return new TemplateResult(CelMap.Of(entries), null);
    }

    private static TemplateResult Interpolate(Template.Interpolated text, ICelActivation activation)
    {
        var builder = new System.Text.StringBuilder();
        foreach (var part in text.Parts)
        {
            if (part.Expression is null)
            {
                builder.Append(part.Text);
                continue;
            }

            var value = Evaluate(part.Expression, activation);
            if (value.Error is not null)
            {
                return value;
            }

            builder.Append(CelJson.ToDisplayText(value.Value!));
        }

        return new TemplateResult(new CelString(builder.ToString()), null);
    }

    private static TemplateResult Deferred(string text) =>
        new(CelMap.Of([new KeyValuePair<CelValue, CelValue>(new CelString("$secret"), new CelString(text))]), null);
}

/// <summary>A value, or why there is none; exactly one is set.</summary>
public readonly record struct TemplateResult(CelValue? Value, TemplateError? Error);

/// <summary>A mistake found while evaluating: code, sentence, place in the definition.</summary>
public sealed record TemplateError(string Code, string Message, SourcePosition Position);
