using Atelier.Engine.Runs;
using Atelier.Language;

namespace Atelier.Cli.Homes.Desks;

/// <summary>What became of a start.</summary>
/// <param name="Run">The run; null: the mistakes say why there is none.</param>
/// <param name="Owner">Process id of the owner; null: a server keeps the run.</param>
/// <param name="Mistakes">In the inputs, or models that are not there.</param>
internal sealed record RunStarted(RunId? Run, int? Owner, IReadOnlyList<Diagnostic> Mistakes);
