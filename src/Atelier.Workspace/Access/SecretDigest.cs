using System.Security.Cryptography;
using System.Text;

namespace Atelier.Workspace.Access;

/// <summary>
/// SHA-256 of a secret of 256 random bits: what is kept in its place. A slow hash would add nothing, since nobody can try all of them.
/// </summary>
public sealed class SecretDigest : IEquatable<SecretDigest>
{
    private readonly byte[] _bytes;

    private SecretDigest(byte[] bytes) => _bytes = bytes;

    /// <summary>The 32 bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The digest of a secret's text.</summary>
    public static SecretDigest Of(string secret) => new(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A digest as it was kept.</summary>
    public static SecretDigest FromBytes(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>Takes equally long wherever they differ.</summary>
    public bool Equals(SecretDigest? other) => other is not null && CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SecretDigest);

    /// <inheritdoc />
    public override int GetHashCode() => BitConverter.ToInt32(_bytes);
}
