namespace Atelier.Models.Files;

/// <summary>One file of a model.</summary>
/// <param name="Name">Path from the model's folder, with <c>/</c>.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ModelFile(string Name, string Path, long Bytes);
