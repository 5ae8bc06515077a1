namespace Atelier.Language.Binding;

/// <summary>What every stage of one compilation shares.</summary>
/// <param name="Options">Actions and other workflows.</param>
/// <param name="Diagnostics">Where mistakes go.</param>
/// <param name="Plan">The plan in the making.</param>
internal sealed record BindContext(CompileOptions Options, DiagnosticBag Diagnostics, PlanBuilder Plan);
