namespace Atelier.Models.Catalogue;

/// <summary>A file as the hub announces it.</summary>
/// <param name="Name">Path from the model's folder, with <c>/</c>.</param>
/// <param name="Size">Bytes; null: not told.</param>
/// <param name="Sha256">Of large files (LFS); null: not told.</param>
/// <param name="GitHash">Git's SHA-1 of small ones (<c>blob SIZE\0</c> and the bytes); null: not told.</param>
internal sealed record HubFile(string Name, long? Size, string? Sha256, string? GitHash);
