using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads <c>repeat: { until: ${...}, max: 4, on_exhausted: fail | keep_last | { keep_best: ${...} } }</c>.</summary>
internal static class RepeatReader
{
    public static StepDefinition Read(MapReader step)
    {
        var reader = MapReader.Of(step.Node("repeat")!, "`repeat`", step.Diagnostics);
        reader?.RejectUnknown("until", "max", "on_exhausted");
        var (policy, best) = reader is null ? (ExhaustedPolicy.Fail, null) : ReadExhausted(reader);
        return new RepeatDefinition
        {
            Until = reader?.Required("until", "Write `until: ${...}`, true when another round is not needed."),
            Max = reader?.Required("max", "Every loop has a bound: write `max: 10`."),
            OnExhausted = policy,
            Best = best,
            Yield = step.Node("yield"),
            Body = StepReader.ReadBody(step),
        };
    }

    private static (ExhaustedPolicy Policy, YamlNode? Best) ReadExhausted(MapReader reader)
    {
        if (reader.Node("on_exhausted") is YamlMap map)
        {
            var best = new MapReader(map, "`on_exhausted`", reader.Diagnostics);
            best.RejectUnknown("keep_best");
            return (ExhaustedPolicy.KeepBest, best.Required("keep_best"));
        }

        if (reader.Node("on_exhausted") is YamlScalar { Text: "keep_best" } bare)
        {
            reader.Diagnostics.Error(DiagnosticCodes.MissingKey, bare.Position, "`keep_best` needs the score of a round.", "Write `on_exhausted: { keep_best: \"${score.value}\" }`.");
            return (ExhaustedPolicy.Fail, null);
        }

        return (reader.Choice("on_exhausted", ("fail", ExhaustedPolicy.Fail), ("keep_last", ExhaustedPolicy.KeepLast)) ?? ExhaustedPolicy.Fail, null);
    }
}
