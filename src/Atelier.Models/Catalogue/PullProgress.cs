namespace Atelier.Models.Catalogue;

/// <summary>How far a pull is.</summary>
/// <param name="File">The file under way.</param>
/// <param name="Bytes">Bytes of the model that are here.</param>
/// <param name="Total">Of so many.</param>
public readonly record struct PullProgress(string File, long Bytes, long Total);
