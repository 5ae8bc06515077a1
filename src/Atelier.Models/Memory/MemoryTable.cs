namespace Atelier.Models.Memory;

/// <summary>The budget as a table.</summary>
internal static class MemoryTable
{
    public static MemorySnapshot Of(MemoryState state)
    {
        var devices = state.Slots.Values.Select(static slot => slot.Device).Append("cpu").Distinct().Order(StringComparer.Ordinal)
            .Select(device => new DeviceMemory(device, state.LimitOf(device), state.HeldOn(device)));
        var models = state.Slots.Values.OrderBy(static slot => slot.Name, StringComparer.Ordinal).Select(slot => new ModelMemoryRow(
            slot.Name,
            slot.Device,
            slot.Phase.ToString().ToLowerInvariant(),
            slot.Held,
            slot.Need,
            slot.InUse,
            slot.Pinned,
            slot.Waiting,
            slot.Waiting > 0 ? MemoryWords.WhyWaiting(state, slot) : null));
        return new MemorySnapshot([.. devices], [.. models]);
    }
}
