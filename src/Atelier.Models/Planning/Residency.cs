namespace Atelier.Models.Planning;

/// <summary>Plays who is in memory by the rules of <see cref="Memory.MemoryPlanner"/>: what was used longest ago leaves first, what is pinned last.</summary>
internal sealed class Residency(IReadOnlyDictionary<string, long> limits)
{
    private readonly List<PlannedModel> _held = [];
    private readonly Dictionary<string, (long Loads, long Evictions)> _traffic = new(StringComparer.Ordinal);

    /// <summary>Loads and evictions of a model so far.</summary>
    public (long Loads, long Evictions) TrafficOf(string name) => _traffic.GetValueOrDefault(name);

    /// <summary>Names of what is in memory, what was used longest ago first.</summary>
    public IEnumerable<string> Held => _held.Select(static model => model.Name);

    /// <summary>Bytes that the models of a device take.</summary>
    public long HeldOn(string device) => _held.Where(model => model.Device == device).Sum(static model => model.Bytes);

    /// <summary>Brings a model into memory and makes it the one used last.</summary>
    public void Use(PlannedModel model)
    {
        if (_held.Remove(model))
        {
            _held.Add(model);
            return;
        }

        var limit = limits.TryGetValue(model.Device, out var bytes) ? bytes : long.MaxValue;
        var missing = HeldOn(model.Device) - (limit - Math.Min(Memory.ModelSlot.PeakOf(model.Bytes), limit));
        foreach (var victim in Victims(model.Device, missing))
        {
            _held.Remove(victim);
            var before = TrafficOf(victim.Name);
            _traffic[victim.Name] = before with { Evictions = before.Evictions + 1 };
        }

        _held.Add(model);
        var traffic = TrafficOf(model.Name);
        _traffic[model.Name] = traffic with { Loads = traffic.Loads + 1 };
    }

    private List<PlannedModel> Victims(string device, long missing)
    {
        var chosen = new List<PlannedModel>();
        foreach (var model in _held.Where(model => model.Device == device).OrderBy(static model => model.Pinned))
        {
            if (chosen.Sum(static victim => victim.Bytes) >= missing)
            {
                break;
            }

            chosen.Add(model);
        }

        // Small ones that were chosen before a large one that does alone stay.
        for (var i = 0; i < chosen.Count; i++)
        {
            if (chosen.Sum(static victim => victim.Bytes) - chosen[i].Bytes >= missing)
            {
                chosen.RemoveAt(i--);
            }
        }

        return chosen;
    }
}
