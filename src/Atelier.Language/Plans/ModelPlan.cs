namespace Atelier.Language.Plans;

/// <summary>A model that the workflow brings along; it goes before one of the home with the same name.</summary>
/// <param name="Name">As steps write it.</param>
/// <param name="Definition">The map under the name, as JSON: <c>kind source device memory threads batch_size max_wait pin options labels</c> and more by kind.</param>
/// <param name="Position">Where the name is written.</param>
public sealed record ModelPlan(string Name, string Definition, SourcePosition Position);
