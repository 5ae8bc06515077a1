using System.Text.Json;

namespace Atelier.Sdk;

/// <summary>What the engine calls. Write actions by deriving from <see cref="StepAction{TInput,TOutput}"/> or <see cref="SourceAction{TInput}"/>.</summary>
public interface IAction
{
    /// <summary>Family and verb; costs nothing to read.</summary>
    string Name { get; }

    /// <summary>Schema and policies; built on first use.</summary>
    ActionDescriptor Descriptor { get; }

    /// <summary>Runs the body. Throws only for bugs and <see cref="ArtifactException"/>; failures are results.</summary>
    ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken);

    /// <summary>What the body will call outside, for the circuit breaker; null: nothing that can be down.</summary>
    string? GetEndpoint(JsonElement input);

    /// <summary>
    /// The name of the model the body will ask, so that bodies of one model run together; null: none. Opaque to the engine. The input is UTF-8 JSON.
    /// </summary>
    string? GetAffinity(ReadOnlyMemory<byte> input) => null;

    /// <summary>
    /// What a remote worker must offer to be given the body. Default: the action's name. Null: the input is none that a worker could take, and the body
    /// fails in the engine's process. The input is UTF-8 JSON, secrets as templates.
    /// </summary>
    string? GetOffer(ReadOnlyMemory<byte> input) => Name;

    /// <summary>Whether an output that a remote worker sent is one of this action; null: it is, else the failure that the step ends with.</summary>
    StepFailure? CheckOutput(JsonElement input, JsonElement output) => null;

    /// <summary>Digests of what decides the result besides the input: script files, models, container images. Name to digest.</summary>
    ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken);

    /// <summary>For <see cref="ReuseClass.Effect"/>: whether what an earlier body made is still there and unchanged.</summary>
    ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken);
}

/// <summary>An action that yields rows by pages instead of one output.</summary>
public interface ISourceAction : IAction
{
    /// <summary>Reads the page at <paramref name="cursor"/> (null: the first). Pages come in a total order that a later call resumes.</summary>
    ValueTask<ActionResult<SourcePage>> ReadPageAsync(JsonElement input, string? cursor, ActionContext context, CancellationToken cancellationToken);
}

/// <summary>Some rows of a source.</summary>
/// <param name="Rows">In source order; may be empty on any page.</param>
/// <param name="Cursor">Where the next page starts, opaque; null: this was the last.</param>
/// <param name="Total">Rows in all when the source knows, for progress.</param>
public sealed record SourcePage(IReadOnlyList<SourceRow> Rows, string? Cursor, long? Total = null);

/// <summary>One row of a source.</summary>
/// <param name="Key">Stable name, up to 255 bytes UTF-8: which row, never what it holds.</param>
/// <param name="Value">The row.</param>
public sealed record SourceRow(string Key, JsonElement Value);
