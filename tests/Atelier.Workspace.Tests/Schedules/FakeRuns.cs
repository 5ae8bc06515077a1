using Atelier.Engine.Runs;
using Atelier.Workspace.Schedules;

namespace Atelier.Workspace.Tests.Schedules;

/// <summary>Runs that go on until a test ends them; a key starts one run only.</summary>
internal sealed class FakeRuns : IScheduledRuns
{
    private readonly Dictionary<string, RunId> _keys = [];

    public HashSet<RunId> Active { get; } = [];

    public List<RunId> Cancelled { get; } = [];

    public Queue<ScheduledStart> Answers { get; } = [];

    public IReadOnlyCollection<string> Keys => _keys.Keys;

    /// <summary>Called after a start was recorded and before its answer: where a crash hurts most.</summary>
    public Action? AfterStart { get; set; }

    public Task<ScheduledStart> StartAsync(Schedule schedule, DateTimeOffset due, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (Answers.TryDequeue(out var answer))
        {
            return Task.FromResult(answer);
        }

        if (!_keys.TryGetValue(idempotencyKey, out var run))
        {
            _keys[idempotencyKey] = run = new RunId(_keys.Count + 1);
            Active.Add(run);
        }

        AfterStart?.Invoke();
        return Task.FromResult<ScheduledStart>(new ScheduledStart.Started(run));
    }

    public bool IsActive(RunId run) => Active.Contains(run);

    public Task CancelAsync(RunId run, CancellationToken cancellationToken)
    {
        Cancelled.Add(run);
        return Task.CompletedTask;
    }
}
