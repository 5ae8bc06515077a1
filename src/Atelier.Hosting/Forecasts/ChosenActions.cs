using System.Text.Json;
using Atelier.Engine.Running;
using Atelier.Sdk;

namespace Atelier.Hosting.Forecasts;

/// <summary>Actions of which only the bodies of chosen steps run; all others end as left out, so that a trial touches nothing it does not need.</summary>
/// <param name="actions">The actions.</param>
/// <param name="paths">Paths of the steps that run.</param>
public sealed class ChosenActions(IActionSource actions, IReadOnlySet<string> paths) : IActionSource
{
    /// <summary>Why a step that was not chosen has no outcome.</summary>
    public const string LeftOut = "left out of the trial";

    /// <inheritdoc />
    public IReadOnlyList<string> Names => actions.Names;

    /// <inheritdoc />
    public ActionDescriptor? Find(string name) => actions.Find(name);

    /// <inheritdoc />
    public IAction? Get(string name) => actions.Get(name) switch
    {
        null => null,
        ISourceAction source => new ChosenSource(source, paths),
        var action => new ChosenAction(action, paths),
    };

    private class ChosenAction(IAction action, IReadOnlySet<string> paths) : IAction
    {
        public string Name => action.Name;

        public ActionDescriptor Descriptor => action.Descriptor;

        public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
            paths.Contains(context.Address.StepPath)
                ? action.ExecuteAsync(input, context, cancellationToken)
                : ValueTask.FromResult<ActionResult<JsonElement>>(new ActionResult<JsonElement>.Rejected(LeftOut));

        public string? GetEndpoint(JsonElement input) => action.GetEndpoint(input);

        public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
            action.GetFingerprintPartsAsync(input, context, cancellationToken);

        public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) =>
            action.StillHoldsAsync(input, output, context, cancellationToken);
    }

    private sealed class ChosenSource(ISourceAction source, IReadOnlySet<string> paths) : ChosenAction(source, paths), ISourceAction
    {
        private readonly IReadOnlySet<string> _paths = paths;

        public ValueTask<ActionResult<SourcePage>> ReadPageAsync(JsonElement input, string? cursor, ActionContext context, CancellationToken cancellationToken) =>
            _paths.Contains(context.Address.StepPath)
                ? source.ReadPageAsync(input, cursor, context, cancellationToken)
                : ValueTask.FromResult<ActionResult<SourcePage>>(new ActionResult<SourcePage>.Rejected(LeftOut));
    }
}
