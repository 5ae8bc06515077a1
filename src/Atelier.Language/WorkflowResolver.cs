namespace Atelier.Language;

/// <summary>Finds another workflow.</summary>
/// <param name="reference">As written: a relative file such as <c>./convert.yaml</c>, or <c>name@version</c>.</param>
/// <param name="fromFile">The file that names it, for relative ones; null for texts without a file.</param>
/// <returns>Null when there is none.</returns>
public delegate ResolvedWorkflow? WorkflowResolver(string reference, string? fromFile);
