namespace Atelier.Engine.Running;

/// <summary>Limits of an engine.</summary>
public sealed record EngineOptions
{
    /// <summary>Bodies running at once by queue. Default: <c>cpu</c> twice the processors and two more (bodies also wait for hosts), <c>gpu</c> 64 (models take them in batches, one at a time), <c>service</c> 8 (bodies that wait for a chat server), <c>fast</c> and <c>io</c> 16; <c>gpu_queue fast_queue cpu_queue</c> of recipes the same.</summary>
    public IReadOnlyDictionary<string, int> Slots { get; init; } = new Dictionary<string, int>
    {
        ["cpu"] = (2 * Environment.ProcessorCount) + 2,
        ["gpu"] = 64,
        ["service"] = 8,
        ["fast"] = 16,
        ["io"] = 16,
        ["gpu_queue"] = 64,
        ["fast_queue"] = 16,
        ["cpu_queue"] = (2 * Environment.ProcessorCount) + 2,
    };

    /// <summary>Slots of queues that <see cref="Slots"/> does not name. Default 4.</summary>
    public int OtherSlots { get; init; } = 4;

    /// <summary>Queues whose bodies only remote workers run. Workers may take from any queue; the slots of this process serve all but these. Default: none.</summary>
    public IReadOnlySet<string> RemoteQueues { get; init; } = new HashSet<string>();

    /// <summary>False: nobody ever claims; bodies meant for remote workers run here, where a task for workers alone fails. Default: true.</summary>
    public bool HasWorkers { get; init; } = true;

    /// <summary>How long a cancelled body may take to end before it is given up. Default 10 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Set: sources are read and recorded results looked up, but no body runs; for plans. Use it on an overlay store. Default: null.</summary>
    public Forecasts.ForecastTally? Forecast { get; init; }

    /// <summary>Private folders of bodies are made below it.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>Relative paths of workflows without a file resolve against it.</summary>
    public required string BaseFolder { get; init; }
}
