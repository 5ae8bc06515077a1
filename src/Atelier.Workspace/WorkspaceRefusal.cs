namespace Atelier.Workspace;

/// <summary>Why something was not done, for whoever asked.</summary>
/// <param name="Code">Stable code, <c>ATL71##</c> or <c>ATL74##</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record WorkspaceRefusal(string Code, string Message, string Remedy);
