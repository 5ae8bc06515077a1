namespace Atelier.Language.Inputs;

/// <summary>What relative paths start from. Both absolute.</summary>
/// <param name="Current">For given values.</param>
/// <param name="Workflow">For defaults: the folder of the workflow's file.</param>
public sealed record InputFolders(string Current, string Workflow);
