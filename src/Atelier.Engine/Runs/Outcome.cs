namespace Atelier.Engine.Runs;

/// <summary>What became of a step or an item. Numbers are stored: never renumber.</summary>
public enum Outcome
{
    /// <summary>Not ended.</summary>
    None = 0,

    /// <summary>Done, with a value.</summary>
    Succeeded = 1,

    /// <summary>Done, and there is rightly nothing.</summary>
    Empty = 2,

    /// <summary>The item does not belong.</summary>
    Rejected = 3,

    /// <summary>Not done; the failure says why.</summary>
    Failed = 4,

    /// <summary>Not asked for.</summary>
    Skipped = 5,

    /// <summary>Stopped on request.</summary>
    Cancelled = 6,
}

/// <summary>The words people and JSON see.</summary>
public static class OutcomeText
{
    /// <summary><c>succeeded empty rejected failed skipped cancelled</c>; <c>open</c> for none.</summary>
    public static string ToText(this Outcome outcome) => outcome switch
    {
        Outcome.Succeeded => "succeeded",
        Outcome.Empty => "empty",
        Outcome.Rejected => "rejected",
        Outcome.Failed => "failed",
        Outcome.Skipped => "skipped",
        Outcome.Cancelled => "cancelled",
        _ => "open",
    };
}
