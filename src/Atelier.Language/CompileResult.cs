using System.Collections.Immutable;
using Atelier.Language.Dialects;
using Atelier.Language.Plans;

namespace Atelier.Language;

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">Null when there is any error.</param>
/// <param name="Diagnostics">Mistakes and warnings by file and place.</param>
/// <param name="Dialect">The form it is written in. The plan's <see cref="WorkflowPlan.Source"/> is canonical in every case.</param>
public sealed record CompileResult(WorkflowPlan? Plan, ImmutableArray<Diagnostic> Diagnostics, Dialect Dialect = Dialect.Workflow);
