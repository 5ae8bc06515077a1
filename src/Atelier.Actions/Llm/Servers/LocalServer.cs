namespace Atelier.Actions.Llm.Servers;

/// <summary>A server of language models that answers on this machine.</summary>
/// <param name="Name">The kind, as in <c>llava@ollama</c>.</param>
/// <param name="Address">Up to the version.</param>
/// <param name="Models">The ids of its models, in order; some kinds list none until one is loaded.</param>
public sealed record LocalServer(string Name, Uri Address, IReadOnlyList<string> Models);
