using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>{a: b, ?c: d}</c>.</summary>
internal sealed class MapNode((EvaluationNode Key, EvaluationNode Value, bool IsOptional)[] entries, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1 + entries.Length);
        var map = new OrderedDictionary<CelValue, CelValue>(entries.Length);
        foreach (var (keyNode, valueNode, isOptional) in entries)
        {
            var key = keyNode.Evaluate(context);
            if (key.IsError)
            {
                return key;
            }

            context.Charge(TextCost.Of(key));
            var value = valueNode.Evaluate(context);
            if (value.IsError)
            {
                return value;
            }

            if (isOptional && value is not CelOptional)
            {
                return Errors.NoOverload("{?_: _}", value).At(offset);
            }

            if (Add(map, key, isOptional ? ((CelOptional)value).Value : value) is { } error)
            {
                return error.At(offset);
            }
        }

        return CelMap.OfOrdered(map);
    }

    /// <summary>Adds an entry unless its value is null; the error when the key cannot be one.</summary>
    internal static CelErrorValue? Add(OrderedDictionary<CelValue, CelValue> map, CelValue key, CelValue? value)
    {
        if (key.Kind is not (CelKind.String or CelKind.Int or CelKind.Uint or CelKind.Bool))
        {
            return new CelErrorValue(CelCodes.MapKey, $"unsupported key type: {key.Type.Name}; a key is an int, uint, bool or string");
        }

        return value is null || map.TryAdd(key, value) ? null : new CelErrorValue(CelCodes.MapKey, $"repeated key: {key}");
    }
}
