namespace Atelier.Engine.Runs;

/// <summary>What a person says of a parked step whose effect is unknown.</summary>
public enum Resolution
{
    /// <summary>It took effect: recorded as succeeded with the given value.</summary>
    Done,

    /// <summary>It did not: run it again.</summary>
    Again,

    /// <summary>Recorded as failed.</summary>
    Fail,
}
