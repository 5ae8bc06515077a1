namespace Atelier.Actions.Processes;

/// <summary>What an exit code means.</summary>
internal enum ExitMeaning
{
    /// <summary>Done.</summary>
    Succeeded,

    /// <summary>Done, and there is rightly nothing.</summary>
    Empty,

    /// <summary>The item does not belong; the last line of output is the reason.</summary>
    Rejected,

    /// <summary>Tried again by the step's retry policy.</summary>
    Transient,

    /// <summary>Failed for good.</summary>
    Permanent,
}
