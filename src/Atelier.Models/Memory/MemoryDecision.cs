namespace Atelier.Models.Memory;

/// <summary>What is to be done next. Closed.</summary>
internal abstract record MemoryDecision
{
    private MemoryDecision()
    {
    }

    /// <summary>Those who wait for a loaded model may have it.</summary>
    public sealed record Grant(string Key) : MemoryDecision;

    /// <summary>Start its host.</summary>
    public sealed record Load(string Key, bool Bypassed) : MemoryDecision;

    /// <summary>Give it nothing new, so that it can be put away.</summary>
    public sealed record Leave(string Key) : MemoryDecision;

    /// <summary>End its host; nothing has it.</summary>
    public sealed record Unload(string Key) : MemoryDecision;
}
