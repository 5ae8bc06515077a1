namespace Atelier.Language.Definitions;

/// <summary>A step that does not say what to do; kept so that its name is known.</summary>
internal sealed record BrokenDefinition : StepDefinition;
