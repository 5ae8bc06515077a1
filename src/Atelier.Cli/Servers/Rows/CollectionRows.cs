using Atelier.Api.Collections;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Collections as the store has them.</summary>
internal static class CollectionRows
{
    private const string Prefix = "sha256:";

    public static CollectionSummary Of(CollectionResponse collection) => new(collection.Name, collection.Items, collection.Gone, collection.LastSeen?.ToUnixTimeMilliseconds() ?? 0);

    public static CollectionItem Of(CollectionItemResponse item) => new(
        item.Key,
        Convert.FromHexString(item.Digest.StartsWith(Prefix, StringComparison.Ordinal) ? item.Digest[Prefix.Length..] : item.Digest),
        item.FirstSeen.ToUnixTimeMilliseconds(),
        item.LastSeen.ToUnixTimeMilliseconds(),
        item.Gone?.ToUnixTimeMilliseconds());
}
