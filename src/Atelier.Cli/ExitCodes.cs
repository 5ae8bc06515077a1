namespace Atelier.Cli;

/// <summary>How <c>atelier</c> ends. Scripts depend on them: never renumber.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The run failed or was cancelled; an expression gave an error; something broke.</summary>
    public const int Failed = 1;

    /// <summary>The arguments, the inputs or the definition are wrong.</summary>
    public const int BadInput = 2;

    /// <summary>Done, and some items are quarantined.</summary>
    public const int Quarantined = 3;

    /// <summary>Refused: there is no such run, it does not take what was asked, the home cannot be used.</summary>
    public const int Refused = 4;

    /// <summary>Waits for a person, a signal or a budget.</summary>
    public const int Waiting = 5;

    /// <summary>Interrupted by Ctrl-C.</summary>
    public const int Interrupted = 130;
}
