namespace Atelier.Sdk.Models;

/// <summary>Which model it is.</summary>
/// <param name="Name">As registered.</param>
/// <param name="Kind">What it can be asked.</param>
/// <param name="Digest"><c>sha256:</c> over all of its files; part of the fingerprint of every step that uses it.</param>
public sealed record ModelIdentity(string Name, ModelKind Kind, string Digest)
{
    /// <summary>The line for <c>made_by</c>: name and the first 12 digits of the digest.</summary>
    public string MadeBy => $"{Name}@{(Digest.Length > 19 ? Digest[7..19] : Digest)}";
}
