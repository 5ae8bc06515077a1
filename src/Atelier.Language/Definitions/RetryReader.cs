using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads <c>retry: { attempts: 5, backoff: exponential, delay: 1s, max_delay: 1m, on: [transient] }</c>.</summary>
internal static class RetryReader
{
    public static RetryPlan? Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Boolean, Boolean: false }:
                return RetryPlan.Default with { Attempts = 1 };
        }

        if (MapReader.Of(node, "a retry policy", diagnostics) is not { } reader)
        {
            return null;
        }

        reader.RejectUnknown("attempts", "backoff", "delay", "max_delay", "on");
        var standard = RetryPlan.Default;
        var delay = reader.Duration("delay");
        var longest = reader.Duration("max_delay");
        if (delay > (longest ?? standard.MaxDelay) && longest is not null)
        {
            diagnostics.Error(DiagnosticCodes.NumberOutOfRange, reader.Node("max_delay")!.Position, "`max_delay` is shorter than `delay`.");
        }

        var plan = standard with
        {
            Attempts = reader.Integer("attempts", 1, 1000) ?? standard.Attempts,
            Backoff = reader.Choice("backoff", ("constant", Backoff.Constant), ("linear", Backoff.Linear), ("exponential", Backoff.Exponential)) ?? standard.Backoff,
            Delay = delay ?? standard.Delay,
            MaxDelay = longest ?? (delay > standard.MaxDelay ? delay.Value : standard.MaxDelay),
        };
        return reader.Texts("on") is { } causes
            ? plan with
            {
                OnTransient = causes.Any(static cause => cause.Text == "transient"),
                OnPermanent = causes.Any(static cause => cause.Text == "permanent"),
                OnCodes = [.. causes.Select(static cause => cause.Text).Where(static cause => cause is not ("transient" or "permanent"))],
            }
            : plan;
    }
}
