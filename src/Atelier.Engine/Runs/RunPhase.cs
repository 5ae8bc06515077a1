namespace Atelier.Engine.Runs;

/// <summary>Where a run stands. Numbers are stored: never renumber.</summary>
public enum RunPhase
{
    /// <summary>Has something to do, or waits for something it names.</summary>
    Running = 0,

    /// <summary>Held by a person: starts nothing.</summary>
    Paused = 1,

    /// <summary>Being cancelled: bodies end, handlers run.</summary>
    Cancelling = 2,

    /// <summary>Ended; the outcome says how.</summary>
    Ended = 3,
}
