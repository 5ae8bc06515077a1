namespace Atelier.Language.Definitions;

/// <summary><c>parallel:</c> as a block.</summary>
internal sealed record ParallelDefinition : StepDefinition
{
    public required StepsDefinition Branches { get; init; }
}
