using System.ComponentModel;
using System.Text.Json;

namespace Atelier.Actions.Workers;

/// <summary>What <c>worker.task</c> takes.</summary>
internal sealed record WorkerTaskInput
{
    /// <summary>Which task.</summary>
    [Description("Name of the task; it waits for a worker of its queue that offers this name.")]
    public required string Task { get; init; }

    /// <summary>What the task gets.</summary>
    [Description("Any value; the task gets it as it stands. Files come as artifacts, which the worker fetches by digest.")]
    public JsonElement? Input { get; init; }

    /// <summary>What the output has to be like.</summary>
    [Description("JSON Schema of the output; one that does not fit fails the step. Default: any value.")]
    public JsonElement? OutputSchema { get; init; }
}
