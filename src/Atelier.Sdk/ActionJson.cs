using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Sdk;

/// <summary>How records become JSON: snake_case members and enums, nothing unknown, nullability respected, nulls written.</summary>
public static class ActionJson
{
    /// <summary>The options of every action's input and output.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Reads a typed value; the failure names the field.</summary>
    public static bool TryRead<T>(JsonElement json, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out StepFailure? failure)
    {
        failure = null;
        if (json is T same)
        {
            value = same;
            return true;
        }

        try
        {
            value = json.Deserialize<T>(Options)!;
            if (value is not null)
            {
                return true;
            }

            failure = StepFailure.Permanent("ATL5001", "the input is null");
            return false;
        }
        catch (JsonException exception)
        {
            var where = string.IsNullOrEmpty(exception.Path) || exception.Path == "$" ? string.Empty : $" at `{exception.Path.TrimStart('$', '.')}`";
            failure = StepFailure.Permanent("ATL5001", $"the input does not fit the action's schema{where}: {Sentence(exception.Message)}");
            value = default;
            return false;
        }
    }

    /// <summary>Writes a typed value.</summary>
    public static JsonElement Write<T>(T value) =>
        value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, Options);

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DictionaryKeyPolicy = null,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
