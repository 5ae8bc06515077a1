using Atelier.Engine.Runs;

namespace Atelier.Cli.Runs;

/// <summary>Outcomes as people write them.</summary>
internal static class OutcomeWords
{
    /// <summary>Null for null; refuses other words.</summary>
    public static Outcome? Read(string? word)
    {
        if (word is null)
        {
            return null;
        }

        var all = Enum.GetValues<Outcome>();
        foreach (var outcome in all.Where(outcome => outcome.ToText() == word))
        {
            return outcome;
        }

        throw CommandException.BadInput(CliCodes.BadArguments, $"`{word}` is no outcome; there are {string.Join(", ", all.Select(OutcomeText.ToText))}");
    }
}
