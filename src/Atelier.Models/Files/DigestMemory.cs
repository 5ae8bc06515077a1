using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Models.Files;

/// <summary>Remembers digests of files by their stamps, so that weights of gigabytes are read once. Kept in a file that may be deleted at any time. Safe from many threads.</summary>
/// <param name="file">Where it is kept; null: only in memory.</param>
internal sealed class DigestMemory(string? file)
{
    private readonly Lock _gate = new();
    private Dictionary<string, Remembered>? _known;

    /// <summary>The digest of a file of this stamp; null: it must be read.</summary>
    public string? Find(string path, FileStamp stamp)
    {
        lock (_gate)
        {
            return Known().TryGetValue(path, out var remembered) && remembered.Stamp == stamp ? remembered.Digest : null;
        }
    }

    /// <summary>Takes what was read, and writes all down.</summary>
    public void Add(IEnumerable<(string Path, FileStamp Stamp, string Digest)> files)
    {
        lock (_gate)
        {
            foreach (var (path, stamp, digest) in files)
            {
                Known()[path] = new Remembered(stamp, digest);
            }

            Write();
        }
    }

    private Dictionary<string, Remembered> Known() => _known ??= Read();

    private Dictionary<string, Remembered> Read()
    {
        try
        {
            return file is not null && File.Exists(file)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file), DigestJson.Default.DictionaryStringRemembered) ?? []
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // What cannot be read is made again.
            return [];
        }
    }

    private void Write()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var fresh = $"{file}.{Environment.ProcessId}";
            File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(Known(), DigestJson.Default.DictionaryStringRemembered));
            File.Move(fresh, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only time is lost: the digests are made again.
        }
    }

    internal sealed record Remembered(FileStamp Stamp, string Digest);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Dictionary<string, DigestMemory.Remembered>))]
internal sealed partial class DigestJson : JsonSerializerContext;
