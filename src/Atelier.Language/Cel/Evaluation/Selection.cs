using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>Reading a field, an element or an entry, also through optionals.</summary>
internal static class Selection
{
    /// <summary><c>operand.field</c>, or <c>operand.?field</c> when optional.</summary>
    public static CelValue Select(CelValue operand, string field, bool isOptional, string? path)
    {
        switch (operand)
        {
            case CelMap map:
                return map.TryGet(field, out var value) ? Found(value, isOptional)
                    : isOptional ? CelOptional.None
                    : Errors.NoSuchKey(field, path);
            case CelOptional optional:
                return optional.Value is null ? CelOptional.None : Select(optional.Value, field, isOptional: true, path);
            case CelErrorValue error:
                return isOptional && error.IsAbsent ? CelOptional.None : error;
            default:
                return Errors.NotSelectable(operand, field, path);
        }
    }

    /// <summary><c>operand[key]</c>, or <c>operand[?key]</c> when optional.</summary>
    public static CelValue Index(CelValue operand, CelValue key, bool isOptional, string? path)
    {
        switch (operand)
        {
            case CelMap map:
                return map.TryGet(key, out var value) ? Found(value, isOptional)
                    : isOptional ? CelOptional.None
                    : key is CelString or CelBool || Numbers.IsNumber(key.Kind) ? Errors.NoSuchKey(key.ToString()!, path)
                    : Errors.NoOverload("_[_]", operand, key);
            case CelList list:
                return !Numbers.TryToLong(key, out var index) ? Errors.NoOverload("_[_]", operand, key)
                    : index >= 0 && index < list.Count ? Found(list[(int)index], isOptional)
                    : isOptional ? CelOptional.None
                    : Errors.OutOfRange(key.ToString()!, list.Count, path);
            case CelOptional optional:
                return optional.Value is null ? CelOptional.None : Index(optional.Value, key, isOptional: true, path);
            case CelErrorValue error:
                return isOptional && error.IsAbsent ? CelOptional.None : error;
            default:
                return Errors.NoOverload("_[_]", operand, key);
        }
    }

    /// <summary><c>has(operand.field)</c>.</summary>
    public static CelValue Has(CelValue operand, string field, string? path) => operand switch
    {
        CelMap map => CelBool.Of(map.TryGet(field, out var value) && value is not CelErrorValue { IsAbsent: true }),
        CelOptional optional => optional.Value is null ? CelBool.False : Has(optional.Value, field, path),
        CelErrorValue error => error.IsAbsent ? CelBool.False : error,
        _ => Errors.NotSelectable(operand, field, path),
    };

    private static CelValue Found(CelValue value, bool isOptional) =>
        !isOptional ? value
        : value is not CelErrorValue error ? CelOptional.Of(value)
        : error.IsAbsent ? CelOptional.None
        : error;
}
