namespace Atelier.Models.Memory;

/// <summary>What happened to models. Closed.</summary>
internal abstract record MemoryEvent(string Key)
{
    /// <summary>A model is named for the first time, or on new terms.</summary>
    public sealed record Known(ModelSlot Slot) : MemoryEvent(Slot.Key);

    /// <summary>A question wants it.</summary>
    public sealed record Asked(string Key) : MemoryEvent(Key);

    /// <summary>A question that waited wants it no more.</summary>
    public sealed record GaveUp(string Key) : MemoryEvent(Key);

    /// <summary>All questions that waited have it.</summary>
    public sealed record Granted(string Key) : MemoryEvent(Key);

    /// <summary>A question gave it back.</summary>
    public sealed record Released(string Key) : MemoryEvent(Key);

    /// <summary>Its host starts.</summary>
    public sealed record LoadStarted(string Key, bool Bypassed) : MemoryEvent(Key);

    /// <summary>It is in memory.</summary>
    public sealed record Loaded(string Key, long Bytes, TimeSpan LoadTime) : MemoryEvent(Key);

    /// <summary>It is not, and all that waited were told why.</summary>
    public sealed record LoadFailed(string Key) : MemoryEvent(Key);

    /// <summary>It takes nothing new.</summary>
    public sealed record Left(string Key) : MemoryEvent(Key);

    /// <summary>Its host ends.</summary>
    public sealed record UnloadStarted(string Key) : MemoryEvent(Key);

    /// <summary>Its memory is free.</summary>
    public sealed record Unloaded(string Key) : MemoryEvent(Key);

    /// <summary>What it takes now.</summary>
    public sealed record Measured(string Key, long Bytes) : MemoryEvent(Key);

    /// <summary>Somebody pinned it or took the pin out.</summary>
    public sealed record Pinned(string Key, bool On) : MemoryEvent(Key);

    /// <summary>A device gives more or less; the key is its name.</summary>
    public sealed record Limited(string Device, long Bytes) : MemoryEvent(Device);
}
