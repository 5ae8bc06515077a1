namespace Atelier.Models.Memory;

/// <summary>State and event to the next state.</summary>
internal static class MemoryFold
{
    public static MemoryState Apply(MemoryState state, MemoryEvent happened, TimeSpan now)
    {
        if (happened is MemoryEvent.Known known)
        {
            return With(state, Introduce(state.Slots.GetValueOrDefault(known.Key), known.Slot));
        }

        if (happened is MemoryEvent.Limited limited)
        {
            return state with { Limits = state.Limits.SetItem(limited.Device, limited.Bytes) };
        }

        return state.Slots.TryGetValue(happened.Key, out var slot) ? With(state, Change(slot, happened, now)) : state;
    }

    private static MemoryState With(MemoryState state, ModelSlot slot) => state with { Slots = state.Slots.SetItem(slot.Key, slot) };

    /// <summary>What was measured counts more than a new estimate.</summary>
    private static ModelSlot Introduce(ModelSlot? old, ModelSlot slot) => old is null ? slot : old with { Name = slot.Name, Window = slot.Window, Idle = slot.Idle };

    private static ModelSlot Change(ModelSlot slot, MemoryEvent happened, TimeSpan now) => happened switch
    {
        MemoryEvent.Asked => slot with { Waiting = slot.Waiting + 1, WaitingSince = slot.Waiting == 0 ? now : slot.WaitingSince },
        MemoryEvent.GaveUp => slot with { Waiting = slot.Waiting - 1 },
        MemoryEvent.Granted => slot with { InUse = slot.InUse + slot.Waiting, Waiting = 0, LastUsed = now },
        MemoryEvent.Released => slot with { InUse = slot.InUse - 1, LastUsed = now },
        MemoryEvent.LoadStarted started => slot with { Phase = SlotPhase.Loading, Held = slot.Peak, Bypassed = started.Bypassed },
        MemoryEvent.Loaded loaded => slot with
        {
            Phase = SlotPhase.Ready,
            Held = loaded.Bytes,
            Need = loaded.Bytes,
            LoadTime = loaded.LoadTime,
            ReadySince = now,
            LastUsed = now,
        },
        MemoryEvent.LoadFailed => slot with { Phase = SlotPhase.Absent, Held = 0, Waiting = 0 },
        MemoryEvent.Left => slot.Phase == SlotPhase.Ready ? slot with { Phase = SlotPhase.Leaving } : slot,
        MemoryEvent.UnloadStarted => slot with { Phase = SlotPhase.Unloading },
        MemoryEvent.Unloaded => slot with { Phase = SlotPhase.Absent, Held = 0, InUse = 0 },
        MemoryEvent.Measured measured => slot.Phase is SlotPhase.Ready or SlotPhase.Leaving
            ? slot with { Held = measured.Bytes, Need = Math.Max(slot.Need, measured.Bytes) }
            : slot,
        MemoryEvent.Pinned pinned => slot with { Pinned = pinned.On },
        _ => slot,
    };
}
