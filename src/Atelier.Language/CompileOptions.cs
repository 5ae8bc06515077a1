namespace Atelier.Language;

/// <summary>What a compilation may use.</summary>
public sealed record CompileOptions
{
    /// <summary>The actions that <c>uses</c> may name.</summary>
    public required IActionCatalog Actions { get; init; }

    /// <summary>Finds what <c>run:</c> names; null: nothing can be found.</summary>
    public WorkflowResolver? Resolve { get; init; }
}
