using System.Globalization;
using Atelier.Models.Registry;

namespace Atelier.Models.Planning;

/// <summary>Schedules in sentences.</summary>
internal static class ScheduleWords
{
    /// <summary><c>clip and nima together, then sam2, 1,000 items at a time: 725 MB of 600 MB; 20 loads, 19 of them in place of another</c>.</summary>
    public static string Of(WorkOrder order, IReadOnlyList<SchedulePhase> phases, long window, IReadOnlyList<ModelTraffic> models, IReadOnlyDictionary<string, long> limits)
    {
        if (models.Count == 0)
        {
            return "no model takes memory here";
        }

        var sizes = models.GroupBy(static model => model.Model.Device).Select(device => SizeOf(device.Key, device.Sum(static model => model.Model.Bytes), limits));
        var loads = models.Sum(static model => model.Loads);
        var evictions = models.Sum(static model => model.Evictions);
        var together = order == WorkOrder.Items && phases.Count <= 1;
        var who = together
            ? $"{Names(phases[0].Models)} {(models.Count == 1 ? "is" : "are")} loaded once"
            : string.Join(", then ", phases.Select(static phase => Names(phase.Models) + (phase.Models.Count > 1 ? " together" : string.Empty)))
                + (order == WorkOrder.Models ? $", {Number(window)} items at a time" : string.Empty);
        return $"{who}: {string.Join(", ", sizes)}" + (together ? string.Empty : $"; {Number(loads)} loads, {Number(evictions)} of them in place of another");
    }

    private static string SizeOf(string device, long bytes, IReadOnlyDictionary<string, long> limits) =>
        limits.TryGetValue(device, out var limit) ? $"{Quantities.Size(bytes)} of {Quantities.Size(limit)} on {device}" : $"{Quantities.Size(bytes)} on {device}";

    private static string Names(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
