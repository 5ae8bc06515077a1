using System.Globalization;
using System.Text.Json;
using Atelier.Language.Plans;

namespace Atelier.Language.Inputs;

/// <summary>Reads inputs as people type them: <c>-i width=244 -i sizes=244,512 -i options={"a":1}</c>.</summary>
internal static class InputText
{
    /// <summary>False when the text is no value of the type.</summary>
    public static bool TryRead(InputType type, string text, out JsonElement value)
    {
        value = default;
        switch (type)
        {
            case InputType.Integer:
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) && Set(integer, out value);
            case InputType.Number:
                return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && Set(number, out value);
            case InputType.Boolean:
                return bool.TryParse(text, out var boolean) && Set(boolean, out value);
            case InputType.List:
                return text.TrimStart().StartsWith('[')
                    ? TryReadJson(text, JsonValueKind.Array, out value)
                    : Set(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), out value);
            case InputType.Object:
                return TryReadJson(text, JsonValueKind.Object, out value);
            default:
                return Set(text, out value);
        }
    }

    private static bool Set<T>(T read, out JsonElement value)
    {
        value = JsonSerializer.SerializeToElement(read);
        return true;
    }

    private static bool TryReadJson(string text, JsonValueKind kind, out JsonElement value)
    {
        value = default;
        try
        {
            value = JsonElement.Parse(text);
            return value.ValueKind == kind;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
