namespace Atelier.Models.Decoding;

/// <summary>One grid of anchors.</summary>
/// <param name="Stride">Model pixels between cells; the grid has input / stride cells, rounded up.</param>
/// <param name="Sizes">Square root of the anchors' areas, model pixels. Empty: anchors are points (<see cref="BoxForm.Distances"/>).</param>
/// <param name="Ratios">Width over height; empty: 1.</param>
/// <param name="PerCell">Anchors of a cell where <paramref name="Sizes"/> is empty.</param>
public sealed record AnchorLevel(int Stride, IReadOnlyList<double>? Sizes = null, IReadOnlyList<double>? Ratios = null, int PerCell = 1);
