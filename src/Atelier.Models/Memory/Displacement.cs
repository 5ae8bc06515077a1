namespace Atelier.Models.Memory;

/// <summary>Foresees whether a question costs another model its place. Pure.</summary>
internal static class Displacement
{
    /// <summary>
    /// Whether loading a model now puts another one away: it is not in memory, and beside those that are, are being loaded or are waited for there is no room for it.
    /// </summary>
    /// <param name="state">Of now.</param>
    /// <param name="key">Which model.</param>
    /// <param name="estimate">Bytes it is expected to take where nothing is known of it yet.</param>
    /// <param name="device">Where it is loaded.</param>
    public static bool Of(MemoryState state, string key, long estimate, string device)
    {
        var slot = state.Slots.GetValueOrDefault(key);
        if (slot is { Phase: SlotPhase.Loading or SlotPhase.Ready })
        {
            return false;
        }

        var others = 0L;
        foreach (var other in state.Slots.Values)
        {
            if (other.Device == device && other.Key != key)
            {
                others += other.Phase switch
                {
                    SlotPhase.Loading or SlotPhase.Ready => other.Held,
                    _ => other.Waiting > 0 ? other.Peak : 0,
                };
            }
        }

        var need = slot?.Peak ?? ModelSlot.PeakOf(estimate);
        var limit = state.LimitOf(device);
        return others > 0 && Math.Min(need, limit) > limit - others;
    }
}
