using Atelier.Api.Logs;
using Atelier.Sdk;

namespace Atelier.Server.Logs;

/// <summary>Which lines of a log.</summary>
/// <param name="Step">Only of this step, by path, or of steps inside it; null: all.</param>
/// <param name="Key">Only of the item with these keys; null: all.</param>
/// <param name="Least">Only as loud or louder.</param>
internal sealed record LogFilter(string? Step, string? Key, StepLogLevel Least)
{
    private static readonly StepLogLevel[] Known = Enum.GetValues<StepLogLevel>();

    /// <summary>Every line.</summary>
    public static LogFilter All { get; } = new(null, null, Known.Min());

    /// <summary>The words for levels.</summary>
    public static string Levels => string.Join(", ", Known.Select(WordOf));

    /// <summary>A filter; null: there is no such level.</summary>
    public static LogFilter? Of(string? step, string? key, string? level)
    {
        if (level is null)
        {
            return All with { Step = step, Key = key };
        }

        foreach (var known in Known)
        {
            if (WordOf(known) == level)
            {
                return new LogFilter(step, key, known);
            }
        }

        return null;
    }

    public static string WordOf(StepLogLevel level) => level.ToString().ToLowerInvariant();

    public bool Admits(LogLineResponse line, StepLogLevel level) =>
        level >= Least
        && (Step is null || line.Step == Step || line.Step?.StartsWith(Step + "/", StringComparison.Ordinal) == true)
        && (Key is null || line.Key == Key || line.Key?.StartsWith(Key + " › ", StringComparison.Ordinal) == true);
}
