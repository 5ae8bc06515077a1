namespace Atelier.Language.Definitions;

/// <summary><c>steps:</c> alone.</summary>
internal sealed record GroupDefinition : StepDefinition
{
    public required StepsDefinition Body { get; init; }
}
