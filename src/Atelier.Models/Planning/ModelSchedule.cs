namespace Atelier.Models.Planning;

/// <summary>How a map's models are expected to come and go.</summary>
/// <param name="Order">By items or by models.</param>
/// <param name="Phases">What is in memory together, in the order of a window.</param>
/// <param name="Window">Items that a phase works through before the next one.</param>
/// <param name="Windows">How many there are.</param>
/// <param name="Models">Loads, evictions and batches, by model in the order of first use.</param>
/// <param name="LoadTime">What all loads take.</param>
/// <param name="WorkTime">What all questions take by earlier runs; null: unknown of one of them.</param>
/// <param name="Sentence">All this for people.</param>
public sealed record ModelSchedule(
    WorkOrder Order,
    IReadOnlyList<SchedulePhase> Phases,
    long Window,
    long Windows,
    IReadOnlyList<ModelTraffic> Models,
    TimeSpan LoadTime,
    TimeSpan? WorkTime,
    string Sentence)
{
    /// <summary>Loads of all models.</summary>
    public long Loads => Models.Sum(static model => model.Loads);

    /// <summary>Times that one was put away for another.</summary>
    public long Evictions => Models.Sum(static model => model.Evictions);
}

/// <summary>Steps whose models are in memory together.</summary>
/// <param name="Steps">Their paths, in order.</param>
/// <param name="Models">Their models, each once.</param>
public sealed record SchedulePhase(IReadOnlyList<string> Steps, IReadOnlyList<string> Models);

/// <summary>A model's part.</summary>
/// <param name="Model">What is known of it.</param>
/// <param name="Loads">Expected.</param>
/// <param name="Evictions">Times it is put away for another.</param>
public sealed record ModelTraffic(PlannedModel Model, long Loads, long Evictions);
