using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>What a home comes to at a moment. Costs what is unfinished and what ended within the time asked for, whatever else the home holds.</summary>
/// <param name="Running">Runs that have something to do.</param>
/// <param name="Waiting">Runs that wait for a person, a message or a time.</param>
/// <param name="Paused">Runs that somebody paused.</param>
/// <param name="Cancelling">Runs that are being cancelled.</param>
/// <param name="Questions">Open waits for persons.</param>
/// <param name="Parked">Unfinished runs with a step that waits for something outside.</param>
/// <param name="Ended">Runs that ended within the time asked for, by outcome.</param>
public sealed record HomeCounts(int Running, int Waiting, int Paused, int Cancelling, long Questions, int Parked, OutcomeCounts Ended);

/// <summary>Outcomes that an hour brought.</summary>
/// <param name="From">Unix milliseconds of the hour's start.</param>
/// <param name="Items">Items and rounds.</param>
/// <param name="Steps">Steps.</param>
public sealed record HourCounts(long From, OutcomeCounts Items, OutcomeCounts Steps)
{
    /// <summary>Milliseconds of an hour.</summary>
    public const long Width = 3_600_000;
}
