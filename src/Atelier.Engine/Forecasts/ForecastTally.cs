using System.Collections.Concurrent;
using Atelier.Engine.Bodies;
using Atelier.Engine.Records;

namespace Atelier.Engine.Forecasts;

/// <summary>
/// Counts, for an engine that runs nothing: which bodies a recorded result stands in for and which would run. A body that would run ends
/// as rejected, so what comes after it in its item is counted from the items that did not get that far.
/// </summary>
public sealed class ForecastTally
{
    private readonly ConcurrentDictionary<string, StepForecast> _steps = new();

    /// <summary>By step path.</summary>
    public IReadOnlyDictionary<string, StepForecast> Steps => _steps;

    internal void Add(Body body, WhyDetail why) => _steps.AddOrUpdate(
        body.Plan.Path,
        _ => default(StepForecast).Add(body.Plan.Action, why),
        (_, sofar) => sofar.Add(body.Plan.Action, why));
}

/// <summary>What would become of a step's bodies.</summary>
/// <param name="Action">The action.</param>
/// <param name="Reused">Bodies a recorded result stands in for.</param>
/// <param name="New">Bodies that have no earlier result.</param>
/// <param name="Stale">Bodies whose earlier result is of another fingerprint, too old, or gone.</param>
/// <param name="Reason">Why the first stale one is stale; null: none is.</param>
public readonly record struct StepForecast(string Action, long Reused, long New, long Stale, string? Reason)
{
    internal StepForecast Add(string action, WhyDetail why)
    {
        var isNew = why.Reason == "no earlier result";
        return new StepForecast(
            action,
            Reused + (why.Reused ? 1 : 0),
            New + (!why.Reused && isNew ? 1 : 0),
            Stale + (!why.Reused && !isNew ? 1 : 0),
            Reason ?? (why.Reused || isNew ? null : why.Reason));
    }
}
