using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>One message of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">What is said.</param>
/// <param name="Pictures">Shown with it.</param>
internal sealed record ChatTurn(string Role, string Text, IReadOnlyList<Artifact> Pictures);
