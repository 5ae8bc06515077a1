namespace Atelier.Engine.Slots;

/// <summary>Which bodies a remote worker takes.</summary>
/// <param name="Queues">Queues in order of preference.</param>
/// <param name="Offers">What it can run (<see cref="Atelier.Sdk.IAction.GetOffer"/>).</param>
internal sealed record BodyWants(IReadOnlyList<string> Queues, IReadOnlySet<string> Offers);
