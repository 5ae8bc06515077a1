using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Atelier.Language.Plans;
using Atelier.Language.Validation;

namespace Atelier.Language.Inputs;

/// <summary>Checks a value against the declaration of an input.</summary>
internal static class InputValue
{
    /// <summary>Null when the value fits.</summary>
    public static InputMistake? Check(InputPlan input, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && !IsReadable(value))
        {
            return new InputMistake(DiagnosticCodes.GivenWrongType, "the text holds half of a character");
        }

        if (!HasType(input.Type, value))
        {
            return new InputMistake(DiagnosticCodes.GivenWrongType, $"expected {Describe(input.Type)}, found {Describe(value)}");
        }

        return CheckRange(input, value) ?? CheckText(input, value) ?? CheckItems(input, value);
    }

    /// <summary>A type with its article: <c>an integer</c>.</summary>
    public static string Describe(InputType type) => type switch
    {
        InputType.String or InputType.Enum => "a text",
        InputType.Integer => "an integer",
        InputType.Number => "a number",
        InputType.Boolean => "`true` or `false`",
        InputType.Path => "a path",
        InputType.Secret => "the name of a secret",
        InputType.List => "a list",
        _ => "a map",
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "nothing",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "a map",
        _ => value.GetRawText() is { Length: <= 60 } text ? $"`{text}`" : "a long text",
    };

    private static bool HasType(InputType type, JsonElement value) => type switch
    {
        InputType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        InputType.Number => value.ValueKind == JsonValueKind.Number,
        InputType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        InputType.List => value.ValueKind == JsonValueKind.Array,
        InputType.Object => value.ValueKind == JsonValueKind.Object,
        InputType.Path or InputType.Secret => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && !text.Contains('\0', StringComparison.Ordinal),
        _ => value.ValueKind == JsonValueKind.String,
    };

    private static bool IsReadable(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half of a surrogate pair; no text can hold it.
            return false;
        }
    }

    private static InputMistake? CheckRange(InputPlan input, JsonElement value)
    {
        var (size, unit) = value.ValueKind switch
        {
            JsonValueKind.Number => (value.GetDouble(), string.Empty),
            JsonValueKind.String => (new StringInfo(value.GetString()!).LengthInTextElements, " characters long"),
            JsonValueKind.Array => (value.GetArrayLength(), " elements long"),
            _ => (double.NaN, string.Empty),
        };
        if (size < input.Min)
        {
            return new InputMistake(DiagnosticCodes.GivenOutOfRange, $"it is {Number(size)}{unit}, the least is {Number(input.Min.Value)}");
        }

        return size > input.Max
            ? new InputMistake(DiagnosticCodes.GivenOutOfRange, $"it is {Number(size)}{unit}, the most is {Number(input.Max.Value)}")
            : null;
    }

    private static InputMistake? CheckText(InputPlan input, JsonElement value)
    {
        if (input.Type == InputType.Enum && !input.Values.Contains(value.GetString()!))
        {
            return new InputMistake(DiagnosticCodes.GivenNotAllowed, $"`{value.GetString()}` is none of {NearNames.List(input.Values)}", NearNames.DidYouMean(value.GetString()!, input.Values));
        }

        return input.Pattern is { } pattern && !Regex.IsMatch(value.GetString()!, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
            ? new InputMistake(DiagnosticCodes.GivenNoMatch, $"it does not match `{pattern}`")
            : null;
    }

    private static InputMistake? CheckItems(InputPlan input, JsonElement value)
    {
        if (input.Items is null)
        {
            return null;
        }

        var parts = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(static (element, index) => (Name: index.ToString(CultureInfo.InvariantCulture), Value: element))
            : value.EnumerateObject().Select(static member => (member.Name, member.Value));
        foreach (var (name, part) in parts)
        {
            if (JsonSchemaCheck.FirstMistake(input.Items, part) is { } mistake)
            {
                return new InputMistake(DiagnosticCodes.GivenWrongType, $"at `{name}`, {mistake}");
            }
        }

        return null;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
