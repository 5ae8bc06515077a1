using System.Collections.Immutable;

namespace Atelier.Language.Definitions;

/// <summary>Steps in written order.</summary>
/// <param name="Position">Where the list begins.</param>
/// <param name="Steps">Those that could be read.</param>
internal sealed record StepsDefinition(SourcePosition Position, ImmutableArray<StepDefinition> Steps);
