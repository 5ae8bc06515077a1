namespace Atelier.Sdk.Models;

/// <summary>Which model it is.</summary>
/// <param name="Name">As registered.</param>
/// <param name="Kind">What it can be asked.</param>
/// <param name="Digest"><c>sha256:</c> over all of its files; part of the fingerprint of every step that uses it.</param>
public sealed record ModelIdentity(string Name, ModelKind Kind, string Digest)
{
    /// <summary>Whether it is one of the demo models that come along: what they say is for trying things out, and <see cref="MadeBy"/> says so.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The line for <c>made_by</c>: name and the first 12 digits of the digest, <c>demo:</c> before those of a demo model.</summary>
    public string MadeBy => $"{(IsDemo ? "demo:" : string.Empty)}{Name}@{(Digest.Length > 19 ? Digest[7..19] : Digest)}";
}
