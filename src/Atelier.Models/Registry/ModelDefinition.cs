using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Models.Registry;

/// <summary>A model as a registry describes it.</summary>
public sealed record ModelDefinition
{
    /// <summary>The name a workflow asks for.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    public required ModelSource Source { get; init; }

    /// <summary>Where this stands: <c>file:line:column</c>.</summary>
    public required string Where { get; init; }

    /// <summary>What it can be asked; null: read from its <c>config.json</c> when it is first looked at.</summary>
    public ModelKind? Kind { get; init; }

    /// <summary><c>cpu</c>, or what the host's ONNX Runtime calls a device: <c>cuda</c>, <c>webgpu</c>. Default: <c>cpu</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Bytes it takes when loaded, where the estimate from its files is wrong; null: estimated, then measured.</summary>
    public long? Memory { get; init; }

    /// <summary>Threads a graph runs on; null: one for each processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Questions put together at most; null: 8, and 1 for kinds that write text.</summary>
    public int? BatchSize { get; init; }

    /// <summary>How long a question may wait for others to go with it. Default: 5 ms.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long its host may be silent about a batch before it is killed; null: 2 min, and 10 min between two pieces of text.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether it leaves memory only when nothing else can. Default: false.</summary>
    public bool Pin { get; init; }

    /// <summary>Whether it is loaded when the home is opened. Default: false.</summary>
    public bool Preload { get; init; }

    /// <summary>After how long without a question it leaves memory; null: the registry's.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>What its kind may be told: preprocessing and <c>detection</c> of an ONNX graph, <c>logit_scale</c> and so on; null: nothing.</summary>
    public JsonElement? Options { get; init; }

    /// <summary>Its words for its classes, where its files name none; null: those of its <c>config.json</c>.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>For a server: what it is called there; null: <see cref="Name"/>.</summary>
    public string? ServerModel { get; init; }

    /// <summary>For a server: the secret that holds the key; null: none is sent.</summary>
    public string? KeySecret { get; init; }

    /// <summary>For a server: what tokens cost; null: unknown here.</summary>
    public ModelPrices? Prices { get; init; }

    /// <summary>For a server: what may be asked a minute; null: no limit.</summary>
    public ModelRateLimits? RateLimits { get; init; }
}
