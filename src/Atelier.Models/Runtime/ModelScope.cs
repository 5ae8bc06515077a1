using Atelier.Models.Files;
using Atelier.Models.Planning;
using Atelier.Models.Registry;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Runtime;

/// <summary>
/// The models of one workflow: its own first, then the home's, then those built in, then those whose name says their server (<c>llava@ollama</c>). Its limits and pins count until it is disposed of; loaded models stay for others.
/// </summary>
public sealed class ModelScope : IModels, IDisposable
{
    private readonly ModelRuntime _runtime;
    private readonly Dictionary<string, ModelDefinition> _own = new(StringComparer.Ordinal);
    private readonly List<RegistryMistake> _mistakes = [];
    private readonly WorkflowModels _models;

    internal ModelScope(ModelRuntime runtime, WorkflowModels models, string baseFolder)
    {
        _runtime = runtime;
        _models = models;
        foreach (var model in models.Models)
        {
            var (definition, mistakes) = RegistryReader.ReadModel(model.Name, model.Definition, model.Where, baseFolder, runtime.Registry.HubFolder);
            _mistakes.AddRange(mistakes);
            if (definition is not null)
            {
                _own[model.Name] = definition;
            }
        }
    }

    internal WorkflowModels Models => _models;

    /// <summary>Mistakes in the models that the workflow brings along.</summary>
    public IReadOnlyList<RegistryMistake> Mistakes => _mistakes;

    /// <summary>Names that can be asked for, in order.</summary>
    public IReadOnlyList<string> Names => [.. _own.Keys.Concat(_runtime.Registry.Current.Models.Keys).Concat(_runtime.BuiltIn.Models.Keys).Distinct().Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public async ValueTask<ModelAnswer<ModelIdentity>> FindAsync(string name, CancellationToken cancellationToken)
    {
        var (model, failure) = await LookAsync(name, cancellationToken).ConfigureAwait(false);
        return model is null ? failure! : _runtime.Identify(model);
    }

    /// <inheritdoc />
    public async ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(ModelIdentity model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        var (known, failure) = await LookAsync(model.Name, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            return failure!;
        }

        return known.Digest == model.Digest
            ? await _runtime.AskAsync(known, question, cancellationToken).ConfigureAwait(false)
            : StepFailure.Transient(RegistryCodes.Changed, $"the files of model `{model.Name}` were changed while the step ran; it is tried again with the new ones.");
    }

    /// <inheritdoc />
    public async ValueTask<ModelAnswer<ModelEndpoint>> EndpointAsync(ModelIdentity model, CancellationToken cancellationToken)
    {
        var (known, failure) = await LookAsync(model.Name, cancellationToken).ConfigureAwait(false);
        return known is null ? failure! : ServerEndpoint.Of(known, _runtime.Secrets);
    }

    /// <summary>Looks at what a name means here: kind, size, whether it can be loaded at all. For validation and tables; loads nothing.</summary>
    public async ValueTask<ModelAnswer<ModelCheck>> CheckAsync(string name, CancellationToken cancellationToken)
    {
        var (known, failure) = await LookAsync(name, cancellationToken).ConfigureAwait(false);
        return known is null ? failure! : _runtime.Check(known);
    }

    /// <summary>
    /// Foresees the loads of a map under the memory that there is while this scope is open, and chooses the order of work. Names that cannot be found are left
    /// out, as models behind servers are; <see cref="CheckAsync"/> says why. Loads nothing.
    /// </summary>
    public async ValueTask<ModelSchedule> ScheduleAsync(MapDemand demand, CancellationToken cancellationToken)
    {
        var models = new Dictionary<string, PlannedModel>(StringComparer.Ordinal);
        foreach (var name in demand.Uses.Select(static use => use.Model).Distinct())
        {
            var (known, _) = await LookAsync(name, cancellationToken).ConfigureAwait(false);
            if (known is not null && known.Definition.Source is not ModelSource.Server)
            {
                models[name] = _runtime.Plan(known) with { Name = name, Pinned = known.Definition.Pin || _models.Pinned.Contains(name) };
            }
        }

        return ModelSchedules.Of(demand, models, _runtime.Limits());
    }

    /// <summary>Its limits and pins count no more.</summary>
    public void Dispose() => _runtime.Close(this);

    internal async ValueTask<(KnownModel? Model, StepFailure? Failure)> LookAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(name, out var unknown) is not { } definition)
        {
            return (null, unknown);
        }

        var asked = definition.BatchSize is null && _models.BatchSize is { } size ? definition with { BatchSize = size } : definition;
        var seen = await _runtime.LookAsync(asked, cancellationToken).ConfigureAwait(false);
        if (!seen.TryGet(out var known, out var failure))
        {
            return (null, failure);
        }

        if (definition.Pin || _models.Pinned.Contains(name))
        {
            _runtime.PinWhile(_own.ContainsKey(name) || !definition.Pin ? this : _runtime.Home, known);
        }

        return (known, null);
    }

    private ModelDefinition? Find(string name, out StepFailure? failure)
    {
        failure = null;
        var home = _runtime.Registry.Current;
        var mistakes = _mistakes.Concat(home.Mistakes).ToArray();
        if (_own.TryGetValue(name, out var definition))
        {
            return definition;
        }

        // A model whose registration has a slip is never replaced by another of the name: its answers would be taken for those of the model that was meant.
        var spoilt = mistakes.Any(mistake => mistake.Model == name || mistake.Code == RegistryCodes.NoYaml);
        if (!spoilt && (home.Models.TryGetValue(name, out definition) || _runtime.BuiltIn.Models.TryGetValue(name, out definition)))
        {
            return definition;
        }

        // A name such as `llava@ollama` says itself where the model is.
        if (ModelServer.TryParse(name, out _, out _))
        {
            return new ModelDefinition { Name = name, Kind = ModelKind.Openai, Source = ModelSource.Parse(name, string.Empty, string.Empty), Where = "its name" };
        }

        var hint = name.Contains('@') ? $" Behind `@` stands one of {string.Join(", ", ModelServer.All.Select(static server => server.Name))}." : NearName.Hint(name, Names);
        mistakes = [.. mistakes.OrderBy(mistake => mistake.Model != name)];
        failure = mistakes is [var first, ..]
            ? StepFailure.Permanent(first.Code, $"there is no model `{name}` that can be used, and a registry has a mistake: {first}.", string.Join('\n', mistakes.AsEnumerable()))
            : StepFailure.Permanent(RegistryCodes.UnknownModel, $"there is no model `{name}` here.{hint} Add it with `atelier models add`, or write it under `models:` of the workflow.");
        return null;
    }
}
