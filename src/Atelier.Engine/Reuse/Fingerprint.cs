using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Atelier.Engine.Values;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Reuse;

/// <summary>
/// What decides a result: SHA-256 of the canonical JSON (RFC 8785) of action and contract version, resolved input and named digests.
/// Artifacts count by digest and media type, rows by their set hash, secrets by the template that names them.
/// </summary>
internal sealed record Fingerprint(byte[] Hash, byte[] Parts)
{
    /// <summary>Longer values are kept in the parts as digest and beginning.</summary>
    private const int LongestPart = 2048;

    public string Hex => Convert.ToHexStringLower(Hash);

    public static Fingerprint Of(string action, int version, JsonElement input, IReadOnlyDictionary<string, string> digests)
    {
        var members = new Dictionary<string, CelValue>
        {
            ["action"] = new CelString($"{action}@{version}"),
            ["with"] = Reduce(CelJson.Read(input)),
        };
        foreach (var (name, digest) in digests)
        {
            members[name] = new CelString(digest);
        }

        var canonical = new ArrayBufferWriter<byte>(512);
        var parts = CelMap.Of(members);
        if (CelJson.WriteCanonical(parts, canonical) is { } error)
        {
            throw new InvalidOperationException(error.Message);
        }

        var hash = SHA256.HashData(canonical.WrittenSpan);
        if (canonical.WrittenCount <= LongestPart)
        {
            return new Fingerprint(hash, canonical.WrittenSpan.ToArray());
        }

        var shortened = new ArrayBufferWriter<byte>(512);
        CelJson.WriteCanonical(Shorten(parts, 0), shortened);
        return new Fingerprint(hash, shortened.WrittenSpan.ToArray());
    }

    private static CelValue Reduce(CelValue value)
    {
        switch (value)
        {
            case CelMap map when map.TryGet("$artifact", out var digest):
                map.TryGet("mediaType", out var mediaType);
                return CelMap.Of(new Dictionary<string, CelValue> { ["$artifact"] = digest, ["mediaType"] = mediaType ?? CelNull.Instance });
            case CelMap map when map.TryGet(ItemsHandle.Member, out var handle) && handle is CelMap items:
                items.TryGet("hash", out var hash);
                items.TryGet("count", out var count);
                return CelMap.Of(new Dictionary<string, CelValue> { ["$items"] = hash, ["count"] = count });
            case CelMap map:
                return CelMap.Of(map.Select(static entry => new KeyValuePair<CelValue, CelValue>(entry.Key, Reduce(entry.Value))));
            case CelList list:
                return CelList.Of([.. list.Select(Reduce)]);
            default:
                return value;
        }
    }

    private static CelValue Shorten(CelValue value, int depth)
    {
        switch (value)
        {
            case CelMap map when depth < 4:
                return CelMap.Of(map.Select(entry => new KeyValuePair<CelValue, CelValue>(entry.Key, Shorten(entry.Value, depth + 1))));
            case CelString { Value.Length: <= 512 } or CelNull or CelBool or CelInt or CelUint or CelDouble:
                return value;
        }

        var text = CelJson.ToDisplayText(value);
        return text.Length <= 512
            ? value
            : new CelString($"{text[..160]}... (sha256:{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))})");
    }
}
