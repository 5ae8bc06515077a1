using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Models.Catalogue;

/// <summary>A model as the hub lists it.</summary>
/// <param name="Commit">What its files are asked by, so that all are of one state.</param>
/// <param name="Files">All it has.</param>
internal sealed partial record HubListing(string Commit, IReadOnlyList<HubFile> Files)
{
    /// <summary>Reads the answer of <c>GET /api/models/ID?blobs=true</c>.</summary>
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static HubListing Read(JsonElement answer, string revision)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("siblings", out var siblings) || siblings.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("it lists no files (`siblings`)");
        }

        return new HubListing(Text(answer, "sha") ?? revision, [.. siblings.EnumerateArray().Select(File)]);
    }

    /// <summary>Whether a name leads only below the model's folder and into no hidden file.</summary>
    public static bool IsSafe(string name) => SafeName().IsMatch(name) && name.Split('/').All(static part => part.Length > 0 && part[0] != '.');

    private static HubFile File(JsonElement file)
    {
        var name = Text(file, "rfilename") ?? throw new JsonException("it lists a file without a name (`rfilename`)");
        var large = file.TryGetProperty("lfs", out var lfs) && lfs.ValueKind == JsonValueKind.Object ? lfs : default;
        var sha256 = large.ValueKind == JsonValueKind.Object ? Text(large, "sha256") ?? Text(large, "oid") : null;
        var size = Number(file, "size") ?? (large.ValueKind == JsonValueKind.Object ? Number(large, "size") : null);
        return new HubFile(name, size, sha256?.ToLowerInvariant(), sha256 is null ? Text(file, "blobId")?.ToLowerInvariant() : null);
    }

    private static string? Text(JsonElement of, string key) => of.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement of, string key) => of.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    [GeneratedRegex(@"^[^\\:\x00-\x1f]+$")]
    private static partial Regex SafeName();
}
