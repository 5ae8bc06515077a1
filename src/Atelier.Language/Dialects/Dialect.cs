namespace Atelier.Language.Dialects;

/// <summary>The form a document is written in. All forms become the same plan.</summary>
public enum Dialect
{
    /// <summary>The canonical form.</summary>
    Workflow,

    /// <summary>Stages of models and actions over photos; <c>docs/specs/recipe-dialect.md</c>.</summary>
    Recipe,
}
