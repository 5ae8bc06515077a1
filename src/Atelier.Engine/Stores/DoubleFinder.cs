namespace Atelier.Engine.Stores;

/// <summary>Which of the items with equal keys stay, while one <see cref="Records.ItemsAdmitted"/> is written. The same in every store.</summary>
/// <param name="keepLast">True: the highest ordinal stays; false: the lowest.</param>
public sealed class DoubleFinder(bool keepLast)
{
    private List<(long Ordinal, long Stays)>? _superseded;

    /// <summary>True when there is a double.</summary>
    public bool Any => _superseded is not null;

    /// <summary>
    /// Compares an item with the ordinal that its block is known to have admitted for its key (null: none). True: the item is
    /// the one that stays and is written. An item that was admitted before is no double.
    /// </summary>
    public bool Stays(long ordinal, long? known)
    {
        if (known is not { } other || other == ordinal)
        {
            return true;
        }

        var stays = ordinal > other == keepLast;
        (_superseded ??= []).Add(stays ? (other, ordinal) : (ordinal, other));
        return stays;
    }

    /// <summary>What is left out, each with the ordinal that stays in the end.</summary>
    public IReadOnlyList<(long Ordinal, long Stays)> Superseded()
    {
        if (_superseded is null)
        {
            return [];
        }

        var next = new Dictionary<long, long>(_superseded.Count);
        foreach (var (ordinal, stays) in _superseded)
        {
            next[ordinal] = stays;
        }

        return [.. next.Select(pair => (pair.Key, Last(next, pair.Value))).OrderBy(static pair => pair.Key)];
    }

    private static long Last(Dictionary<long, long> next, long ordinal)
    {
        while (next.TryGetValue(ordinal, out var later))
        {
            ordinal = later;
        }

        return ordinal;
    }
}
