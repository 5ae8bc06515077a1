using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>The wording of evaluation errors.</summary>
internal static class Errors
{
    private const int ShownLength = 80;

    public static CelErrorValue NoSuchKey(string key, string? path) =>
        new(CelCodes.NoSuchKey, $"no such key: {Short(key)}{(path is null ? string.Empty : $" (at {path})")}");

    public static CelErrorValue NotSelectable(CelValue operand, string field, string? path) =>
        new(CelCodes.NoOverload, $"no such key: {Short(field)}, for {path ?? "the value"} is {Article(operand)} and no map");

    public static CelErrorValue OutOfRange(string index, int count, string? path) =>
        new(CelCodes.OutOfRange, $"index out of range: {index} of {count} elements{(path is null ? string.Empty : $" (at {path})")}");

    public static CelErrorValue UnknownName(string name) => new(CelCodes.UnknownName, $"unknown name: {name}");

    public static CelErrorValue UnknownFunction(string name, int arity, bool isReceiver) =>
        new(CelCodes.UnknownFunction, $"unknown function: {(isReceiver ? "." : string.Empty)}{name} with {arity} argument{(arity == 1 ? string.Empty : "s")}");

    public static CelErrorValue NoOverload(string operation, params ReadOnlySpan<CelValue> operands)
    {
        var types = new List<string>();
        foreach (var operand in operands)
        {
            types.Add(operand.Type.Name);
        }

        return new(CelCodes.NoOverload, $"no such overload: {operation}({string.Join(", ", types)})");
    }

    public static CelErrorValue NotBool(string where, CelValue value) =>
        new(CelCodes.NoOverload, $"no such overload: {where} needs a bool and has {Article(value)}");

    public static CelErrorValue NotRange(string macro, CelValue value) =>
        new(CelCodes.NoOverload, $"no such overload: {macro} needs a list or a map and has {Article(value)}");

    public static CelErrorValue Overflow(string type) => new(CelCodes.Overflow, $"overflow: the result is outside the range of {type}");

    public static CelErrorValue DivideByZero(bool modulus) => new(CelCodes.DivideByZero, modulus ? "modulus by zero" : "divide by zero");

    public static CelErrorValue Conversion(CelValue value, string type) =>
        new(CelCodes.Conversion, $"cannot convert {Article(value)} to {type}: {Short(value is CelList or CelMap ? "..." : value.ToString() ?? string.Empty)}");

    public static CelErrorValue Argument(string message) => new(CelCodes.Argument, message);

    private static string Article(CelValue value) => value.Kind is CelKind.Int or CelKind.Uint ? $"an {value.Type.Name}".Replace("an uint", "a uint", StringComparison.Ordinal)
        : value.Kind == CelKind.Optional ? "an optional"
        : value.Kind == CelKind.Null ? "null"
        : $"a {value.Type.Name.Replace("google.protobuf.", string.Empty, StringComparison.Ordinal).ToLowerInvariant()}";

    private static string Short(string text) => text.Length <= ShownLength ? text : text[..ShownLength] + "...";
}
