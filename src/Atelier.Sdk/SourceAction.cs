using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Sdk;

/// <summary>An action whose rows come by pages and never wholly in memory. A step that uses it yields a handle to its rows.</summary>
/// <typeparam name="TInput">A record; its members in snake_case are the fields of <c>with</c>.</typeparam>
public abstract class SourceAction<TInput> : ISourceAction
    where TInput : notnull
{
    private ActionDescriptor? _descriptor;

    /// <summary>What the author says about the action.</summary>
    public abstract ActionMetadata Metadata { get; }

    /// <inheritdoc />
    public string Name => Metadata.Name;

    /// <inheritdoc />
    public ActionDescriptor Descriptor => _descriptor ??= ActionSchemas.Describe(Metadata, ActionSchemas.Of<TInput>(), RowSchema(), isSource: true);

    /// <summary>Never called: the engine reads pages.</summary>
    public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{Name} is read by pages");

    /// <inheritdoc />
    public async ValueTask<ActionResult<SourcePage>> ReadPageAsync(JsonElement input, string? cursor, ActionContext context, CancellationToken cancellationToken) =>
        ActionJson.TryRead<TInput>(input, out var typed, out var failure)
            ? await ReadPageAsync(typed, cursor, context, cancellationToken).ConfigureAwait(false)
            : failure;

    /// <inheritdoc />
    public string? GetEndpoint(JsonElement input) =>
        ActionJson.TryRead<TInput>(input, out var typed, out _) ? Endpoint(typed) : null;

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ActionSchemas.NoParts);

    /// <inheritdoc />
    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);

    /// <summary>Reads one page; see <see cref="ISourceAction.ReadPageAsync"/>.</summary>
    protected abstract ValueTask<ActionResult<SourcePage>> ReadPageAsync(TInput input, string? cursor, ActionContext context, CancellationToken cancellationToken);

    /// <inheritdoc cref="IAction.GetEndpoint" />
    protected virtual string? Endpoint(TInput input) => null;

    /// <summary>Schema of one row; <c>true</c> when rows have no fixed shape.</summary>
    protected virtual JsonNode RowSchema() => JsonValue.Create(true);
}
