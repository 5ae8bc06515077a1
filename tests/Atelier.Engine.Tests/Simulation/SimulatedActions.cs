using System.Text.Json;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Simulation;

/// <summary>Bodies whose results depend on the seed, the step and the item alone, and what they did outside.</summary>
internal sealed class SimulatedActions(int seed)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _unavailable = [];

    /// <summary>Effects outside by idempotency key.</summary>
    public Dictionary<string, int> Effects { get; } = [];

    /// <summary>Values that were made, by idempotency key.</summary>
    public Dictionary<string, int> Made { get; } = [];

    /// <summary>Told of each body as it runs.</summary>
    public Action<Call> Running { get; set; } = static _ => { };

    public IEnumerable<IAction> All()
    {
        yield return new ScriptedAction("s.work", Run);
        yield return new ScriptedAction("s.host", Run) { Start = StartRecord.Unawaited, Endpoint = static _ => "http://host" };
        yield return new ScriptedAction("s.once", Run) { Idempotent = false };
        yield return new ScriptedAction("s.undo", Run);
        yield return new ScriptedAction("s.inline", Run) { Inline = true };
        yield return new SimulatedRows();
    }

    /// <summary>The same bodies on a remote worker.</summary>
    public ActionResult<JsonElement> RunRemote(Call call) => Run(call, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    private ValueTask<ActionResult<JsonElement>> Run(Call call, CancellationToken cancellationToken)
    {
        Running(call);
        var hash = Hash($"{seed} {call.Text("site")} {call.Key}");
        var any = call.Text("mode") == "any";
        if (hash % 5 == 0 && call.Attempt <= 1 + (hash % 3))
        {
            return new(StepFailure.Transient("S1", "later"));
        }

        lock (_lock)
        {
            var key = call.Context.IdempotencyKey;
            if (hash % 7 == 1 && _unavailable.GetValueOrDefault(key) < 2)
            {
                _unavailable[key] = _unavailable.GetValueOrDefault(key) + 1;
                return new(StepFailure.Unavailable("S2", "off", "http://host"));
            }

            Effects[key] = Effects.GetValueOrDefault(key) + 1;
            Made[key] = (int)(hash % 1000);
        }

        return new((hash % 6) switch
        {
            2 when any => new ActionResult<JsonElement>.Rejected("not wanted"),
            3 when any => StepFailure.Permanent("S3", "never"),
            4 when any => new ActionResult<JsonElement>.Empty(JsonSerializer.SerializeToElement((int)(hash % 1000))),
            _ => Call.Value((int)(hash % 1000)),
        });
    }

    /// <summary>FNV-1a, 32 bits: the same in every process.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
