using Atelier.Engine.Decisions;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Values;

namespace Atelier.Engine.Running;

/// <summary>Counts what the open steps of a run do and wait for.</summary>
internal sealed class OpenSteps
{
    private const int MostWaits = 20;
    private readonly SortedDictionary<int, StepActivity> _steps = [];
    private readonly OrderedDictionary<(string Path, string Kind, string Text), WaitActivity> _waits = [];

    public IReadOnlyList<StepActivity> Steps => [.. _steps.Values];

    public IReadOnlyList<WaitActivity> Waits => [.. _waits.Values];

    /// <param name="step">An open step.</param>
    /// <param name="queue">The queue in which it waits for a remote worker; null: it does not.</param>
    public void Add(StepState step, string? queue)
    {
        var index = step.Plan.Index;
        var known = _steps.GetValueOrDefault(index) ?? new StepActivity(index, 0, 0, 0, 0, 0);
        switch (step.Phase)
        {
            case StepPhase.Evaluating or StepPhase.Gated:
                _steps[index] = known with { Ready = known.Ready + 1 };
                break;
            case StepPhase.Running when queue is not null:
                _steps[index] = known with { Ready = known.Ready + 1 };
                Wait(step, "worker", queue);
                break;
            case StepPhase.Running or StepPhase.Open or StepPhase.Settling:
                _steps[index] = known with { Running = known.Running + 1 };
                break;
            case StepPhase.Waiting:
                _steps[index] = known with { Waiting = known.Waiting + 1 };
                Wait(step, step.Wait!.Person ? "person" : step.Wait.Signal is null ? "time" : "signal", step.Wait.Person ? WaitDetail.FromJson(step.Wait.Detail).Prompt ?? string.Empty : step.Wait.Signal ?? string.Empty);
                break;
            case StepPhase.Retrying:
                _steps[index] = known with { Retrying = known.Retrying + 1 };
                Wait(step, "retry", string.Empty);
                break;
            case StepPhase.Parked:
                _steps[index] = known with { Parked = known.Parked + 1 };
                Wait(step, step.ParkedForBudget ? "budget" : step.ParkedAt is null ? "decision" : "host", step.ParkedFor ?? string.Empty);
                break;
        }
    }

    private void Wait(StepState step, string kind, string text)
    {
        var place = (step.Plan.Path, kind, text);
        long? due = step.Due > 0 ? step.Due : null;
        if (_waits.TryGetValue(place, out var known))
        {
            _waits[place] = known with { Key = null, Count = known.Count + 1, Due = known.Due is { } first && due is { } own ? Math.Min(first, own) : known.Due ?? due };
        }
        else if (_waits.Count < MostWaits)
        {
            _waits[place] = new WaitActivity(step.Plan.Path, KeyPath.Of(step.Scope), kind, text, due, 1);
        }
    }
}
