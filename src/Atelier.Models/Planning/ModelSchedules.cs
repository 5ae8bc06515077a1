namespace Atelier.Models.Planning;

/// <summary>Foresees a map's loads under a budget and chooses the order of work. Pure.</summary>
public static class ModelSchedules
{
    /// <summary>Windows that are played; beyond them loads come again and again as in those before.</summary>
    private const int PlayedWindows = 64;

    /// <summary>
    /// Plans a map. Models that fit together are loaded once and items go through as they come. Else the steps are cut into phases, each as long as its models
    /// fit, and a window of items goes through one phase after the other; that costs loads by window instead of by item.
    /// </summary>
    /// <param name="demand">What the map asks, in order.</param>
    /// <param name="models">By name; uses of names that are missing here (models behind servers) take no memory and are left out.</param>
    /// <param name="limits">Bytes by device; a device that is missing gives all.</param>
    public static ModelSchedule Of(MapDemand demand, IReadOnlyDictionary<string, PlannedModel> models, IReadOnlyDictionary<string, long> limits)
    {
        ModelUse[] uses = [.. demand.Uses.Where(use => models.ContainsKey(use.Model))];
        PlannedModel[] asked = [.. uses.Select(use => models[use.Model]).Distinct()];
        var items = Math.Max(1, demand.Items ?? demand.Window);
        var phases = Phases(uses, models, limits);
        var order = phases.Count <= 1 || items == 1 ? WorkOrder.Items : WorkOrder.Models;
        var window = order == WorkOrder.Items ? items : Math.Min(items, Math.Max(1, demand.Window));
        var windows = (items + window - 1) / window;
        var traffic = Play(uses, asked, models, limits, windows);
        var work = uses.All(static use => use.Each is not null) ? TimeSpan.FromTicks(uses.Sum(use => use.Each!.Value.Ticks * items)) : (TimeSpan?)null;
        var loading = TimeSpan.FromTicks(traffic.Sum(static model => model.Model.LoadTime.Ticks * model.Loads));
        return new ModelSchedule(order, phases, window, windows, traffic, loading, work, ScheduleWords.Of(order, phases, window, traffic, limits));
    }

    /// <summary>Cuts the steps, in their order, wherever the models of a phase would not fit together any more.</summary>
    private static List<SchedulePhase> Phases(IReadOnlyList<ModelUse> uses, IReadOnlyDictionary<string, PlannedModel> models, IReadOnlyDictionary<string, long> limits)
    {
        var phases = new List<SchedulePhase>();
        var steps = new List<string>();
        var inside = new List<PlannedModel>();
        foreach (var use in uses)
        {
            var model = models[use.Model];
            if (!inside.Contains(model) && inside.Count > 0 && !Fits([.. inside, model], model.Device, limits))
            {
                phases.Add(new SchedulePhase([.. steps], [.. inside.Select(static one => one.Name)]));
                steps.Clear();
                inside.Clear();
            }

            steps.Add(use.Step);
            if (!inside.Contains(model))
            {
                inside.Add(model);
            }
        }

        if (steps.Count > 0)
        {
            phases.Add(new SchedulePhase([.. steps], [.. inside.Select(static one => one.Name)]));
        }

        return phases;
    }

    /// <summary>Whether all are in memory once the last one is loaded, which takes a tenth more while it loads.</summary>
    private static bool Fits(IReadOnlyList<PlannedModel> models, string device, IReadOnlyDictionary<string, long> limits)
    {
        if (!limits.TryGetValue(device, out var limit))
        {
            return true;
        }

        var last = models[^1].Bytes;
        var others = models.SkipLast(1).Where(model => model.Device == device).Sum(static model => model.Bytes);
        return others == 0 || Memory.ModelSlot.PeakOf(last) <= limit - others;
    }

    private static List<ModelTraffic> Play(
        IReadOnlyList<ModelUse> uses,
        IReadOnlyList<PlannedModel> asked,
        IReadOnlyDictionary<string, PlannedModel> models,
        IReadOnlyDictionary<string, long> limits,
        long windows)
    {
        var residency = new Residency(limits);
        var played = Math.Min(windows, PlayedWindows);
        var before = new Dictionary<string, (long Loads, long Evictions)>();
        for (var window = 0L; window < played; window++)
        {
            if (window == played / 2)
            {
                before = asked.ToDictionary(static model => model.Name, model => residency.TrafficOf(model.Name));
            }

            foreach (var use in uses)
            {
                residency.Use(models[use.Model]);
            }
        }

        // Of a very long map the second half of what was played is what comes again.
        var more = windows - played;
        var part = played - (played / 2);
        return
        [
            .. asked.Select(model =>
            {
                var (loads, evictions) = residency.TrafficOf(model.Name);
                var (loadsBefore, evictionsBefore) = before.GetValueOrDefault(model.Name);
                return new ModelTraffic(model, loads + ((loads - loadsBefore) * more / part), evictions + ((evictions - evictionsBefore) * more / part));
            }),
        ];
    }
}
