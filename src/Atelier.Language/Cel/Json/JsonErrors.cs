using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>Why a value has no JSON form.</summary>
internal static class JsonErrors
{
    public static CelErrorValue TooDeep { get; } = new(CelCodes.NoJson, $"the value is nested more than {CelJson.MaxDepth} levels deep and cannot be written as JSON");

    public static CelErrorValue NotFinite(double value) => new(CelCodes.NoJson, $"{Numbers.Text(value)} cannot be written as JSON");

    public static CelErrorValue SameKey(string key) => new(CelCodes.NoJson, $"two keys of the map become the same JSON key: {key}");

    public static CelErrorValue HalfSurrogate { get; } = new(CelCodes.NoJson, "the string holds half of a surrogate pair and has no canonical JSON form");
}
