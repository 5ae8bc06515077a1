namespace Atelier.Hosts.Pools;

/// <summary>Why there is no host to send to.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Refusal">What the host itself gave as the reason, a model it cannot load for one: trying again changes nothing. Null: it did not get that far.</param>
internal sealed record HostTrouble(string Sentence, HostAnswer.Refused? Refusal);
