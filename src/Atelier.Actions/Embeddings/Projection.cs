namespace Atelier.Actions.Embeddings;

/// <summary>Points of vectors in few dimensions.</summary>
/// <param name="Points">A point a vector, in their order; 0 in dimensions in which the vectors do not differ.</param>
/// <param name="Shares">Of the variance, the part that each dimension holds, 0 to 1, largest first.</param>
internal sealed record Projection(IReadOnlyList<double[]> Points, IReadOnlyList<double> Shares);
