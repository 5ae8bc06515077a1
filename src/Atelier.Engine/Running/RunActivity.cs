using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;

namespace Atelier.Engine.Running;

/// <summary>What a run does at a moment, for progress displays.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Resting">True: nothing runs; it waits for what <paramref name="WaitsFor"/> says.</param>
/// <param name="Blocks">Open for_each blocks outside items, in order of opening.</param>
/// <param name="Running">Ids of steps with running bodies outside for_each blocks.</param>
/// <param name="WaitsFor">What steps wait for: signals, persons, times, endpoints, remote workers; capped at 20.</param>
public sealed record RunActivity(RunPhase Phase, bool Resting, IReadOnlyList<BlockActivity> Blocks, IReadOnlyList<string> Running, IReadOnlyList<string> WaitsFor)
{
    /// <summary>Open scopes of each step by what it does in them, in plan order.</summary>
    public IReadOnlyList<StepActivity> Steps { get; init; } = [];

    /// <summary>What open steps wait for; capped at 20.</summary>
    public IReadOnlyList<WaitActivity> Waits { get; init; } = [];

    internal static RunActivity Of(RunActor actor)
    {
        var state = actor.State;
        var blocks = state.Blocks.Values
            .Where(static block => block.Kind == BlockKind.ForEach && KeyPathIsEmpty(block.Owner.Scope))
            .Select(static block => new BlockActivity(block.Owner.Plan.Path, block.Counts, block.Open.Count, block.Source?.Count ?? 0, block.Source?.Done ?? false, block.Source?.Total))
            .ToList();
        var running = new List<string>();
        var waits = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var open = new OpenSteps();
        foreach (var scope in OpenScopes.Of(state))
        {
            foreach (var step in scope.Steps)
            {
                var workers = step.Phase == StepPhase.Running && actor.Bodies.TryGetValue(step, out var body) && body is { Place: Sdk.ActionPlace.Worker, Begun: false } ? body.Queue : null;
                open.Add(step, workers);
                if (step.Phase == StepPhase.Running && workers is null && KeyPathIsEmpty(scope) && running.Count < 20)
                {
                    running.Add(step.Plan.Path);
                }

                if ((workers is null ? WaitOf(step) : $"{step.Plan.Path}: a worker of queue `{workers}`") is { } wait && (waits.Count < 20 || waits.ContainsKey(wait)))
                {
                    waits[wait] = waits.GetValueOrDefault(wait) + 1;
                }
            }
        }

        return new RunActivity(state.Phase, state.Active == 0, blocks, running, [.. waits.Select(static wait => wait.Value == 1 ? wait.Key : $"{wait.Key} ({wait.Value} items)")])
        {
            Steps = open.Steps,
            Waits = open.Waits,
        };
    }

    private static bool KeyPathIsEmpty(ScopeState? scope) => Decisions.KeyPath.Of(scope) is null;

    private static string? WaitOf(StepState step) => step.Phase switch
    {
        StepPhase.Waiting when step.Wait!.Person => $"{step.Plan.Path}: a person",
        StepPhase.Waiting when step.Wait.Signal is { } signal => $"{step.Plan.Path}: signal `{signal}`",
        StepPhase.Waiting => $"{step.Plan.Path}: until {DateTimeOffset.FromUnixTimeMilliseconds(step.Due):u}",
        StepPhase.Retrying => $"{step.Plan.Path}: retry {DateTimeOffset.FromUnixTimeMilliseconds(step.Due):u}",
        StepPhase.Parked => $"{step.Plan.Path}: {step.ParkedFor}",
        _ => null,
    };
}

/// <summary>A for_each at a moment.</summary>
/// <param name="Path">Step ids from the root.</param>
/// <param name="Counts">Ended items by outcome.</param>
/// <param name="Open">Items open now.</param>
/// <param name="Known">Items listed so far.</param>
/// <param name="Complete">True when the listing is complete.</param>
/// <param name="Total">Items in all as the source says; null: unknown.</param>
public sealed record BlockActivity(string Path, OutcomeCounts Counts, int Open, long Known, bool Complete, long? Total);
