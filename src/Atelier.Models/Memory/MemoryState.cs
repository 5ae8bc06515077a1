using System.Collections.Immutable;

namespace Atelier.Models.Memory;

/// <summary>All models of a process and the memory they may take. Changed by <see cref="MemoryFold"/> alone.</summary>
/// <param name="Limits">Bytes by device.</param>
/// <param name="Slots">By key.</param>
internal sealed record MemoryState(ImmutableDictionary<string, long> Limits, ImmutableSortedDictionary<string, ModelSlot> Slots)
{
    /// <summary>Nothing is known yet.</summary>
    public static MemoryState Of(IEnumerable<KeyValuePair<string, long>> limits) =>
        new(limits.ToImmutableDictionary(), ImmutableSortedDictionary.Create<string, ModelSlot>(StringComparer.Ordinal));

    /// <summary>Bytes a device gives to models; a device that nobody limited gives all.</summary>
    public long LimitOf(string device) => Limits.TryGetValue(device, out var limit) ? limit : long.MaxValue;

    /// <summary>Bytes counted for the models of a device.</summary>
    public long HeldOn(string device) => Slots.Values.Where(slot => slot.Device == device).Sum(static slot => slot.Held);
}
