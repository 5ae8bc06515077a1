using Atelier.Engine.Stores;

namespace Atelier.Hosting.Items;

/// <summary>A page of items.</summary>
/// <param name="Block">Their block.</param>
/// <param name="Items">In the order asked for; may be none although there are more.</param>
/// <param name="Next">Where the next page begins; null: the end.</param>
/// <param name="Known">Items of the block that are known.</param>
/// <param name="Open">Items that have not ended.</param>
/// <param name="Matched">How many fit the filter, where that is known.</param>
public sealed record ItemList(OuterBlock Block, IReadOnlyList<BlockItem> Items, string? Next, long Known, long Open, long? Matched);
