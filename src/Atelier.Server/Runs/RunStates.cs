using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Server.Runs;

/// <summary>Where runs stand, in the words of the API.</summary>
internal static class RunStates
{
    private static readonly Dictionary<string, RunStanding> Words = Enum.GetValues<Outcome>().Where(static outcome => outcome != Outcome.None)
        .Select(static outcome => (Word: outcome.ToText(), Standing: new RunStanding(RunPhase.Ended, outcome)))
        .Append(("running", new RunStanding(RunPhase.Running, Waiting: false)))
        .Append(("waiting", new RunStanding(RunPhase.Running, Waiting: true)))
        .Append(("paused", new RunStanding(RunPhase.Paused)))
        .Append(("cancelling", new RunStanding(RunPhase.Cancelling)))
        .ToDictionary(static entry => entry.Item1, static entry => entry.Item2, StringComparer.Ordinal);

    /// <summary>All words.</summary>
    public static string All => string.Join(", ", Words.Keys);

    /// <summary>The word for a run.</summary>
    public static string Of(RunRow row) => row.Phase switch
    {
        RunPhase.Ended => row.Outcome.ToText(),
        RunPhase.Paused => "paused",
        RunPhase.Cancelling => "cancelling",
        _ => row.Resting ? "waiting" : "running",
    };

    /// <summary>Reads <c>running,failed</c>; null: a word is none.</summary>
    public static IReadOnlyList<RunStanding>? Read(string? words)
    {
        var standings = new List<RunStanding>();
        foreach (var word in (words ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Words.TryGetValue(word, out var standing))
            {
                return null;
            }

            standings.Add(standing);
        }

        return standings;
    }
}
