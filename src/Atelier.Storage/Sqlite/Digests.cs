namespace Atelier.Storage.Sqlite;

/// <summary>Digests as 32 bytes in tables, as <c>sha256:</c> and hexadecimal digits everywhere else.</summary>
internal static class Digests
{
    private const string Prefix = "sha256:";

    /// <summary>True when the text is a digest of this form.</summary>
    public static bool IsDigest(string text) =>
        text.Length == Prefix.Length + 64 && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text.AsSpan(Prefix.Length).ContainsAnyExcept("0123456789abcdef");

    public static byte[] ToBytes(string digest) => IsDigest(digest)
        ? Convert.FromHexString(digest.AsSpan(Prefix.Length))
        : throw new ConstraintException($"{digest} is no digest");

    public static string ToText(ReadOnlySpan<byte> bytes) => Prefix + Convert.ToHexStringLower(bytes);
}
