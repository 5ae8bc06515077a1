using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>A collection: its items by key, and which ordinal each block admitted for a key.</summary>
internal sealed class MemoryCollection
{
    public SortedDictionary<string, MemoryCollectionItem> Items { get; } = new(Utf8Order.Instance);

    /// <summary>The ordinal that stays for a key in a block.</summary>
    public Dictionary<(RunId Run, int Block, string Key), long> Admitted { get; } = [];

    public MemoryCollection Clone()
    {
        var copy = new MemoryCollection();
        foreach (var (key, item) in Items)
        {
            copy.Items.Add(key, item);
        }

        foreach (var (key, ordinal) in Admitted)
        {
            copy.Admitted.Add(key, ordinal);
        }

        return copy;
    }
}
