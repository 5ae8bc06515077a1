namespace Atelier.Language.Plans;

/// <summary>A step's own word on reuse.</summary>
/// <param name="Enabled">False: never reused, never kept.</param>
/// <param name="For">How long a result may be reused; null: as long as it is kept.</param>
public sealed record CachePlan(bool Enabled, TimeSpan? For);
