namespace Atelier.Models.Planning;

/// <summary>What a map asks of models.</summary>
/// <param name="Uses">The steps that ask, in the order in which an item comes to them.</param>
/// <param name="Items">Items that come to these steps; null: unknown, then one window is planned.</param>
/// <param name="Window">Items that may be open at once, at least 1: so many a model may work through before the next one is loaded.</param>
public sealed record MapDemand(IReadOnlyList<ModelUse> Uses, long? Items, int Window);

/// <summary>A step that asks a model.</summary>
/// <param name="Step">Its path.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Each">What an item takes there, by earlier runs; null: unknown.</param>
public sealed record ModelUse(string Step, string Model, TimeSpan? Each = null);
