using System.Security.Cryptography;
using System.Text;

namespace Atelier.Models.Files;

/// <summary>Digests of models.</summary>
internal static class ModelDigest
{
    /// <summary><c>sha256:</c> over name, a zero byte, the digest's text and a line feed of each file, in the order of the names.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static async Task<string> OfAsync(ModelFiles model, DigestMemory memory, CancellationToken cancellationToken)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var read = new List<(string, FileStamp, string)>();
        foreach (var file in model.Files)
        {
            var stamp = FileStamp.Of(file.Path);
            var digest = memory.Find(file.Path, stamp);
            if (digest is null)
            {
                await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
                digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken).ConfigureAwait(false));
                read.Add((file.Path, stamp, digest));
            }

            all.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{digest}\n"));
        }

        if (read.Count > 0)
        {
            memory.Add(read);
        }

        return "sha256:" + Convert.ToHexStringLower(all.GetHashAndReset());
    }

    /// <summary>Of what has no files: a text that says what it is.</summary>
    public static string OfText(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
