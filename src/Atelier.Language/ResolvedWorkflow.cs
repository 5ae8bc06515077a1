namespace Atelier.Language;

/// <summary>A workflow's text.</summary>
/// <param name="Text">The definition.</param>
/// <param name="File">Its file or other name, shown in messages; equal names are the same workflow.</param>
public sealed record ResolvedWorkflow(string Text, string File);
