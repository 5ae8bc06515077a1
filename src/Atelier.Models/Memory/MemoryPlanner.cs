namespace Atelier.Models.Memory;

/// <summary>
/// Decides who is loaded and who leaves. Pure. Those who wait are served in the order of their waiting; a smaller one may go past as long as that does not
/// delay the first. A model leaves for another when it rests or when its window is over (<see cref="ModelSlot.Turn"/>), the least recently used first, a
/// pinned one only when all others together would not do, one in use only after it has answered what it has. So no model waits longer than a window, a
/// load and an unload for each that waits before it.
/// </summary>
internal static class MemoryPlanner
{
    /// <summary>The next decision, or null with the moment at which there may be one (null: only after an event).</summary>
    public static (MemoryDecision? Decision, TimeSpan? Wake) Next(MemoryState state, TimeSpan now)
    {
        TimeSpan? wake = null;
        foreach (var slot in state.Slots.Values)
        {
            if (slot is { Phase: SlotPhase.Ready, Waiting: > 0 })
            {
                return (new MemoryDecision.Grant(slot.Key), null);
            }

            if (slot is { Phase: SlotPhase.Leaving, InUse: 0 })
            {
                return (new MemoryDecision.Unload(slot.Key), null);
            }

            if (slot is { Phase: SlotPhase.Ready, InUse: 0, Pinned: false })
            {
                if (now - slot.LastUsed >= slot.Idle)
                {
                    return (new MemoryDecision.Leave(slot.Key), null);
                }

                wake = Earlier(wake, slot.LastUsed + slot.Idle);
            }
        }

        foreach (var device in state.Slots.Values.Select(static slot => slot.Device).Distinct())
        {
            var (decision, later) = NextOn(state, device, now);
            if (decision is not null)
            {
                return (decision, null);
            }

            wake = Earlier(wake, later);
        }

        return (null, wake);
    }

    private static (MemoryDecision? Decision, TimeSpan? Wake) NextOn(MemoryState state, string device, TimeSpan now)
    {
        var slots = state.Slots.Values.Where(slot => slot.Device == device).ToArray();
        var limit = state.LimitOf(device);
        var free = limit - slots.Sum(static slot => slot.Held);
        var coming = slots.Where(static slot => slot.Phase is SlotPhase.Leaving or SlotPhase.Unloading).Sum(static slot => slot.Held);
        if (free + coming < 0 && slots.Where(static slot => slot is { Phase: SlotPhase.Ready, InUse: 0, Pinned: false }).MinBy(static slot => slot.LastUsed) is { } grown)
        {
            // Something took more than was expected: what rests makes room.
            return (new MemoryDecision.Leave(grown.Key), null);
        }

        var queue = slots.Where(static slot => slot is { Phase: SlotPhase.Absent, Waiting: > 0 }).OrderBy(static slot => slot.WaitingSince).ToArray();
        if (queue is not [var head, .. var rest])
        {
            return (null, null);
        }

        var need = Math.Min(head.Peak, limit);
        if (need <= free)
        {
            return (new MemoryDecision.Load(head.Key, Bypassed: false), null);
        }

        TimeSpan? wake = null;
        var promised = need <= free + coming;
        if (!promised)
        {
            var (victim, later) = Victim(slots, need - free - coming, limit, need, now);
            if (victim is not null)
            {
                return (new MemoryDecision.Leave(victim.Key), null);
            }

            wake = later;
        }

        var passing = rest.FirstOrDefault(slot => slot.Peak <= free && (!promised || free + coming - slot.Peak >= need));
        return (passing is null ? null : new MemoryDecision.Load(passing.Key, Bypassed: true), wake);
    }

    /// <summary>One of the models that make the missing room, when enough of them may leave now; else when that may be so.</summary>
    private static (ModelSlot? Victim, TimeSpan? Wake) Victim(ModelSlot[] slots, long missing, long limit, long need, TimeSpan now)
    {
        var pinned = slots.Where(static slot => slot.Pinned).Sum(static slot => slot.Held);
        var candidates = slots.Where(static slot => slot.Phase == SlotPhase.Ready)
            .Where(slot => !slot.Pinned || need > limit - pinned)
            .OrderBy(static slot => slot.Pinned).ThenBy(static slot => slot.InUse > 0).ThenBy(static slot => slot.LastUsed).ToArray();
        var chosen = new List<ModelSlot>();
        foreach (var slot in candidates.Where(slot => slot.YieldsAt <= now))
        {
            if (chosen.Sum(static one => one.Held) >= missing)
            {
                break;
            }

            chosen.Add(slot);
        }

        if (chosen.Sum(static slot => slot.Held) < missing)
        {
            return (null, candidates.Where(slot => slot.YieldsAt > now).Select(static slot => (TimeSpan?)slot.YieldsAt).Min());
        }

        // Small ones that were chosen before a large one that does alone stay.
        for (var i = 0; i < chosen.Count; i++)
        {
            if (chosen.Sum(static slot => slot.Held) - chosen[i].Held >= missing)
            {
                chosen.RemoveAt(i--);
            }
        }

        return (chosen[0], null);
    }

    private static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;
}
