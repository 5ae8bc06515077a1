using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Sdk;

/// <summary>An action with typed input and output. Instances are shared between bodies: keep no state of one in fields.</summary>
/// <typeparam name="TInput">A record; its members in snake_case are the fields of <c>with</c>.</typeparam>
/// <typeparam name="TOutput">A record, or <see cref="JsonElement"/> for any value.</typeparam>
public abstract class StepAction<TInput, TOutput> : IAction
    where TInput : notnull
{
    private ActionDescriptor? _descriptor;
    private bool? _asksModels;

    /// <summary>What the author says about the action.</summary>
    public abstract ActionMetadata Metadata { get; }

    /// <inheritdoc />
    public string Name => Metadata.Name;

    /// <inheritdoc />
    public ActionDescriptor Descriptor => _descriptor ??= ActionSchemas.Describe(Metadata, InputSchema(), OutputSchema(), isSource: false);

    /// <inheritdoc />
    public async ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!ActionJson.TryRead<TInput>(input, out var typed, out var failure))
        {
            return failure;
        }

        return await ExecuteAsync(typed, context, cancellationToken).ConfigureAwait(false) switch
        {
            ActionResult<TOutput>.Succeeded { Output: var output } => new ActionResult<JsonElement>.Succeeded(ActionJson.Write(output)),
            ActionResult<TOutput>.Empty { Output: var output } => new ActionResult<JsonElement>.Empty(ActionJson.Write(output)),
            ActionResult<TOutput>.Rejected { Reason: var reason } => new ActionResult<JsonElement>.Rejected(reason),
            ActionResult<TOutput>.Waiting { Wait: var wait } => new ActionResult<JsonElement>.Waiting(wait),
            ActionResult<TOutput>.Failed { Failure: var stepFailure } => new ActionResult<JsonElement>.Failed(stepFailure),
            _ => throw new InvalidOperationException("ActionResult is closed"),
        };
    }

    /// <inheritdoc />
    public string? GetEndpoint(JsonElement input) =>
        ActionJson.TryRead<TInput>(input, out var typed, out _) ? Endpoint(typed) : null;

    /// <inheritdoc />
    public string? GetAffinity(ReadOnlyMemory<byte> input)
    {
        // Nearly all actions ask no model: their input need not be read twice.
        _asksModels ??= GetType().GetMethod(nameof(Affinity), BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(StepAction<TInput, TOutput>);
        return _asksModels.Value && ActionJson.TryRead<TInput>(JsonElement.Parse(input.Span), out var typed, out _) ? Affinity(typed) : null;
    }

    /// <inheritdoc />
    public virtual string? GetOffer(ReadOnlyMemory<byte> input) => Name;

    /// <inheritdoc />
    public virtual StepFailure? CheckOutput(JsonElement input, JsonElement output) => ActionJson.TryRead<TOutput>(output, out _, out var failure) ? null : failure;

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        ActionJson.TryRead<TInput>(input, out var typed, out _)
            ? FingerprintPartsAsync(typed, context, cancellationToken)
            : ValueTask.FromResult(ActionSchemas.NoParts);

    /// <inheritdoc />
    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) =>
        ActionJson.TryRead<TInput>(input, out var typed, out _) && ActionJson.TryRead<TOutput>(output, out var made, out _)
            ? StillHoldsAsync(typed, made, context, cancellationToken)
            : ValueTask.FromResult(false);

    /// <summary>The body.</summary>
    protected abstract ValueTask<ActionResult<TOutput>> ExecuteAsync(TInput input, ActionContext context, CancellationToken cancellationToken);

    /// <inheritdoc cref="IAction.GetEndpoint" />
    protected virtual string? Endpoint(TInput input) => null;

    /// <inheritdoc cref="IAction.GetAffinity" />
    protected virtual string? Affinity(TInput input) => null;

    /// <inheritdoc cref="IAction.GetFingerprintPartsAsync" />
    protected virtual ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(TInput input, ActionContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ActionSchemas.NoParts);

    /// <inheritdoc cref="IAction.StillHoldsAsync" />
    protected virtual ValueTask<bool> StillHoldsAsync(TInput input, TOutput output, ActionContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(true);

    /// <summary>Schema of the input; override only for inputs that no record describes.</summary>
    protected virtual JsonNode InputSchema() => ActionSchemas.Of<TInput>();

    /// <summary>Schema of the output.</summary>
    protected virtual JsonNode OutputSchema() => ActionSchemas.Of<TOutput>();
}
