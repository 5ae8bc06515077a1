namespace Atelier.Engine.Tests.Simulation;

/// <summary>Mistakes that the simulation must find: what a port or the driver does wrong on purpose.</summary>
public enum PlantedBug
{
    None,

    /// <summary>A commit is answered before it is durable; a crash loses it.</summary>
    SkippedSync,

    /// <summary>A part that fails leaves half of itself behind.</summary>
    DroppedSavepoint,

    /// <summary>A body is run by two slots.</summary>
    DoubleClaim,

    /// <summary>A timer is forgotten.</summary>
    LostTimer,

    /// <summary>The end of a body never arrives.</summary>
    LostCompletion,

    /// <summary>A block's row is not written with the items it counts.</summary>
    ForgottenBlockRow,

    /// <summary>An owner that lost the home may still write.</summary>
    IgnoredFence,

    /// <summary>Starts of bodies that must not run twice are not written.</summary>
    ForgottenStart,

    /// <summary>A run is folded from an old copy.</summary>
    StaleRead,

    /// <summary>Rows with equal keys are not told.</summary>
    UntoldDoubles,

    /// <summary>An outcome is said to be written and is not.</summary>
    LostOutcome,

    /// <summary>The rows of a page are not written, though the source counts them.</summary>
    LostPage,
}
