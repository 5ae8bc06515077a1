using System.Text.Json;

namespace Atelier.Actions.Http;

/// <summary>Statuses that count as done: <c>200</c>, <c>"2xx"</c>, or a list of such.</summary>
internal static class ExpectedStatus
{
    /// <summary>Whether the text is one: three digits, the last two of which may be <c>xx</c>.</summary>
    public static bool IsValid(JsonElement expected) => Each(expected).All(one => Text(one) is [>= '1' and <= '5', var tens, var ones] && (tens, ones) is ('x', 'x') or ( >= '0' and <= '9', >= '0' and <= '9'));

    public static bool Contains(JsonElement expected, int status) =>
        expected.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? status is >= 200 and < 300
            : Each(expected).Any(one => Text(one) is var text && (text.EndsWith("xx", StringComparison.Ordinal) ? text[0] - '0' == status / 100 : text == status.ToString()));

    private static IEnumerable<JsonElement> Each(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array => expected.EnumerateArray(),
        _ => [expected],
    };

    private static string Text(JsonElement one) => one.ValueKind == JsonValueKind.String ? one.GetString()!.ToLowerInvariant() : one.GetRawText();
}
