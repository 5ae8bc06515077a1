using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>The keys of a map as the strings that JSON wants.</summary>
internal static class MapKeys
{
    /// <summary>The entries by their keys' text; the error when two keys become the same.</summary>
    public static CelErrorValue? Gather(CelMap map, out List<KeyValuePair<string, CelValue>> entries)
    {
        entries = [];
        if (map.EnumerationError is { } refused)
        {
            return refused;
        }

        var isMixed = false;
        foreach (var (key, value) in map)
        {
            isMixed |= key is not CelString;
            entries.Add(new(key.ToString()!, value));
        }

        return isMixed && entries.CountBy(entry => entry.Key).FirstOrDefault(group => group.Value > 1) is { Key: { } twice } ? JsonErrors.SameKey(twice) : null;
    }
}
