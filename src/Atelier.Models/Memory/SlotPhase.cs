namespace Atelier.Models.Memory;

/// <summary>Where a model is on its way into memory and out.</summary>
internal enum SlotPhase
{
    /// <summary>Not in memory.</summary>
    Absent,

    /// <summary>Its host starts.</summary>
    Loading,

    /// <summary>It answers.</summary>
    Ready,

    /// <summary>It answers what it has and takes nothing new.</summary>
    Leaving,

    /// <summary>Its host ends.</summary>
    Unloading,
}
