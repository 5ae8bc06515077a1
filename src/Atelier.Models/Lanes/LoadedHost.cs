namespace Atelier.Models.Lanes;

/// <summary>A host that greeted: what it can be asked and what it weighs.</summary>
/// <param name="Operations">The protocol's names.</param>
/// <param name="Labels">Of the model's classes; null: none.</param>
/// <param name="Bytes">Measured on its device; 0 when that cannot be told.</param>
/// <param name="LoadTime">From the start to the greeting.</param>
internal sealed record LoadedHost(IReadOnlyList<string> Operations, IReadOnlyList<string>? Labels, long Bytes, TimeSpan LoadTime);
