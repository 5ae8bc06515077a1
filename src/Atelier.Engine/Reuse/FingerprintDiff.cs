using System.Text.Json;

namespace Atelier.Engine.Reuse;

/// <summary>The first part in which two fingerprints differ, with both values.</summary>
internal sealed record FingerprintDiff(string Part, JsonElement? Old, JsonElement? New)
{
    /// <summary>Null: the kept parts are equal.</summary>
    public static FingerprintDiff? Between(byte[] oldParts, byte[] newParts) =>
        Between(string.Empty, JsonElement.Parse(oldParts), JsonElement.Parse(newParts));

    private static FingerprintDiff? Between(string path, JsonElement old, JsonElement now)
    {
        if (old.ValueKind == JsonValueKind.Object && now.ValueKind == JsonValueKind.Object)
        {
            return BetweenMembers(path, old, now);
        }

        return JsonElement.DeepEquals(old, now) ? null : new FingerprintDiff(path, old, now);
    }

    private static FingerprintDiff? BetweenMembers(string path, JsonElement old, JsonElement now)
    {
        foreach (var member in now.EnumerateObject())
        {
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!old.TryGetProperty(member.Name, out var before))
            {
                return new FingerprintDiff(name, null, member.Value);
            }

            if (Between(name, before, member.Value) is { } diff)
            {
                return diff;
            }
        }

        foreach (var member in old.EnumerateObject())
        {
            if (!now.TryGetProperty(member.Name, out _))
            {
                return new FingerprintDiff(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, null);
            }
        }

        return null;
    }
}
