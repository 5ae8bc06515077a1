using Atelier.Models.Registry;

namespace Atelier.Models.Memory;

/// <summary>The budget in sentences.</summary>
internal static class MemoryWords
{
    /// <summary>Why a model that is asked for is not there yet: <c>`clip` needs 605 MB of 1 GB; 380 MB held by rt-detr in use, 120 MB pinned sam2</c>.</summary>
    public static string WhyWaiting(MemoryState state, ModelSlot slot)
    {
        if (slot.Phase == SlotPhase.Loading)
        {
            return $"`{slot.Name}` is being loaded";
        }

        var others = state.Slots.Values.Where(other => other.Device == slot.Device && other.Key != slot.Key && other.Held > 0).OrderByDescending(static other => other.Held);
        var holders = string.Join(", ", others.Select(static other => Holder(other)));
        var limit = state.LimitOf(slot.Device);
        return $"`{slot.Name}` needs {Quantities.Size(slot.Need)}" + (limit == long.MaxValue ? string.Empty : $" of {Quantities.Size(limit)}") + (holders.Length == 0 ? string.Empty : $"; {holders}");
    }

    /// <summary>Why it can never be loaded; null: it can.</summary>
    public static string? WhyNever(string name, long need, string device, long limit) => need <= limit
        ? null
        : $"model `{name}` needs {Quantities.Size(need)}, and all models on {device} may take {Quantities.Size(limit)} together. Raise `{(device == "cpu" ? "memory_limit" : "gpu_memory_limit")}` in models.yaml, or take a smaller model";

    private static string Holder(ModelSlot slot) => slot switch
    {
        { Phase: SlotPhase.Loading } => $"{Quantities.Size(slot.Held)} for {slot.Name}, which is being loaded",
        { Phase: SlotPhase.Leaving or SlotPhase.Unloading } => $"{Quantities.Size(slot.Held)} held by {slot.Name}, which is leaving",
        { Pinned: true } => $"{Quantities.Size(slot.Held)} pinned {slot.Name}{(slot.InUse > 0 ? " in use" : string.Empty)}",
        { InUse: > 0 } => $"{Quantities.Size(slot.Held)} held by {slot.Name} in use",
        _ => $"{Quantities.Size(slot.Held)} held by {slot.Name}",
    };
}
