namespace Atelier.Language;

/// <summary>What a compilation may use.</summary>
public sealed record CompileOptions
{
    /// <summary>The actions that <c>uses</c> may name.</summary>
    public required IActionCatalog Actions { get; init; }

    /// <summary>Finds what <c>run:</c> names; null: nothing can be found.</summary>
    public WorkflowResolver? Resolve { get; init; }
}

/// <summary>Finds another workflow.</summary>
/// <param name="reference">As written: a relative file such as <c>./convert.yaml</c>, or <c>name@version</c>.</param>
/// <param name="fromFile">The file that names it, for relative ones; null for texts without a file.</param>
/// <returns>Null when there is none.</returns>
public delegate ResolvedWorkflow? WorkflowResolver(string reference, string? fromFile);

/// <summary>A workflow's text.</summary>
/// <param name="Text">The definition.</param>
/// <param name="File">Its file or other name, shown in messages; equal names are the same workflow.</param>
public sealed record ResolvedWorkflow(string Text, string File);
