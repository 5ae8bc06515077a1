namespace Atelier.Models.Files;

/// <summary>How cosines between pictures and labels become scores.</summary>
/// <param name="Scale">Factor; null: that of the public weights of the kind.</param>
/// <param name="Bias">Added after it; the same.</param>
internal readonly record struct LabelTerms(double? Scale, double? Bias);
