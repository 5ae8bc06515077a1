using System.Text.Json.Nodes;

namespace Atelier.Sdk;

/// <summary>Everything the language, the engine and people need to know about an action without running it.</summary>
public sealed record ActionDescriptor
{
    /// <summary>Family and verb: <c>images.convert</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Raised when the same input would give another result; part of fingerprints. Starts at 1.</summary>
    public required int Version { get; init; }

    /// <summary>One sentence for lists.</summary>
    public required string Summary { get; init; }

    /// <summary>When a recorded result may be reused.</summary>
    public required ReuseClass Reuse { get; init; }

    /// <summary>The reuse class of steps outside items, where it differs (a request outside an item is an observation).</summary>
    public ReuseClass? ReuseOutsideItems { get; init; }

    /// <summary>The queue whose slots run it unless the step says otherwise. Default: <c>cpu</c>.</summary>
    public string Queue { get; init; } = "cpu";

    /// <summary>Whether starts are recorded. Default: not.</summary>
    public StartRecord Start { get; init; }

    /// <summary>
    /// True for bodies of a few microseconds that never wait: they run on the engine's own thread, take no slot, and are
    /// run again rather than looked up when pure.
    /// </summary>
    public bool Inline { get; init; }

    /// <summary>True when the action yields rows by pages (<see cref="SourceAction{TInput}"/>).</summary>
    public bool IsSource { get; init; }

    /// <summary>False: a body that may have run is never run again by itself. Default: true.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>True when bodies spend money or tokens: they park once the run's budget is spent. Default: false.</summary>
    public bool Metered { get; init; }

    /// <summary>Where bodies may run. Default: <see cref="ActionPlace.Anywhere"/>.</summary>
    public ActionPlace Place { get; init; }

    /// <summary>Input fields whose text is never interpolated (<c>script</c>).</summary>
    public IReadOnlyList<string> RawFields { get; init; } = [];

    /// <summary>JSON Schema (2020-12) of the input object.</summary>
    public required JsonNode InputSchema { get; init; }

    /// <summary>JSON Schema (2020-12) of the output; <c>true</c> for any value.</summary>
    public required JsonNode OutputSchema { get; init; }

    /// <summary>A step in YAML that works as it stands.</summary>
    public required string Example { get; init; }
}
