using System.Collections.Concurrent;
using Atelier.Models.Decoding;
using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Models.Memory;
using Atelier.Models.Planning;
using Atelier.Models.Questions;
using Atelier.Models.Registry;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Runtime;

/// <summary>All models of a process: registries, what is in memory, and questions on their way. One for a home; safe from many threads.</summary>
public sealed class ModelRuntime : IAsyncDisposable
{
    /// <summary>Questions a model may have on their way, in batches: one at its host, the next ready, some to choose from; more wait with their callers.</summary>
    private const int BatchesAhead = 4;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new();
    private readonly ConcurrentDictionary<string, LabelCache> _labels = new();
    private readonly ConcurrentDictionary<string, KnownModel> _names = new(StringComparer.Ordinal);
    private readonly HashSet<ModelScope> _scopes = [];
    private readonly ModelInspection _inspection;
    private readonly ModelMemory _memory;
    private readonly ModelScope _home;
    private readonly string? _builtInFolder;
    private MemoryLimits _limits;
    private Dictionary<string, long> _devices;

    /// <summary>Makes one; nothing is loaded before the first question.</summary>
    public ModelRuntime(ModelRuntimeOptions options, TimeProvider time)
        : this(options, model => new ModelLane(model, options.Host, time), time)
    {
    }

    internal ModelRuntime(ModelRuntimeOptions options, Func<KnownModel, IModelLane> makeLane, TimeProvider time)
    {
        Registry = new HomeRegistry(options.HomeFolder);
        BuiltIn = options.BuiltInFolder is { } folder ? new HomeRegistry(folder).Current : ModelRegistry.Empty;
        _builtInFolder = options.BuiltInFolder is { } path ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Path.DirectorySeparatorChar : null;
        Secrets = options.Secrets;
        // To look at a workflow makes no home.
        _inspection = new ModelInspection(new DigestMemory(Directory.Exists(options.HomeFolder) ? Path.Join(options.HomeFolder, "cache", "model-digests.json") : null));
        _limits = Registry.Current.Limits;
        _devices = DeviceLimits.Of(_limits);
        _memory = new ModelMemory(_limits, _devices, makeLane, time);
        _home = new ModelScope(this, new WorkflowModels(), options.HomeFolder);
    }

    /// <summary>The home's registry.</summary>
    public HomeRegistry Registry { get; }

    /// <summary>Digests (<see cref="ModelIdentity.Digest"/>) of the models in memory: what asks them now waits for no load. Cheap.</summary>
    public IReadOnlyCollection<string> LoadedNow => _memory.LoadedDigests;

    /// <summary>
    /// Whether a question to the model of this name would now put another one away, counting those that are in memory, being loaded and waited for. Of a name
    /// that several workflows use for different models, the one that was looked at last counts; of one that nobody looked at yet nothing is known: false.
    /// Cheap, takes no lock.
    /// </summary>
    public bool Displaces(string name) => _names.TryGetValue(name, out var known) && _memory.Displaces(known);

    /// <summary>Ids of the host processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds => _memory.ProcessIds;

    internal ModelRegistry BuiltIn { get; }

    internal Func<string, string?> Secrets { get; }

    /// <summary>The models of a workflow over those of the home. Dispose of it when the run has ended, so that its limits end with it.</summary>
    /// <param name="models">What the workflow says; null: nothing.</param>
    /// <param name="baseFolder">Where its relative sources start.</param>
    public ModelScope For(WorkflowModels? models, string baseFolder)
    {
        var scope = new ModelScope(this, models ?? new WorkflowModels(), baseFolder);
        lock (_scopes)
        {
            _scopes.Add(scope);
            LimitNeedsLock();
        }

        return scope;
    }

    /// <summary>The models of the home alone.</summary>
    public ModelScope Home => _home;

    /// <summary>What is in memory now, and what waits for it and why.</summary>
    public MemorySnapshot Snapshot() => MemoryTable.Of(_memory.State);

    /// <summary>Loads a model of the home, waiting for memory as a question does.</summary>
    /// <returns>What it is; or why it is not loaded.</returns>
    public async ValueTask<ModelAnswer<ModelCheck>> LoadAsync(string name, CancellationToken cancellationToken)
    {
        var (known, failure) = await _home.LookAsync(name, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            return failure!;
        }

        if (known.Definition.Source is ModelSource.Server)
        {
            return Check(known);
        }

        var (lease, problem) = await _memory.LeaseAsync(known, cancellationToken).ConfigureAwait(false);
        lease?.Dispose();
        return lease is null ? problem! : Check(known);
    }

    /// <summary>Loads the models that are registered with <c>preload</c>, one after the other; tells those that could not be.</summary>
    public async Task<IReadOnlyList<StepFailure>> PreloadAsync(CancellationToken cancellationToken)
    {
        var failures = new List<StepFailure>();
        foreach (var definition in Registry.Current.Models.Values.Where(static model => model.Preload))
        {
            if (!(await LoadAsync(definition.Name, cancellationToken).ConfigureAwait(false)).TryGet(out _, out var failure))
            {
                failures.Add(failure);
            }
        }

        return failures;
    }

    /// <summary>Puts a model of the home away once its questions are answered.</summary>
    /// <returns>Whether it was in memory; or why nothing is known of it.</returns>
    public async ValueTask<ModelAnswer<bool>> UnloadAsync(string name, CancellationToken cancellationToken)
    {
        var (known, failure) = await _home.LookAsync(name, cancellationToken).ConfigureAwait(false);
        return known is null ? failure! : await _memory.UnloadAsync(known.Key).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Pins a model of the home for as long as this process lives; or takes every pin out, those of runs too, until one looks at it again.</summary>
    public async ValueTask<ModelAnswer<ModelCheck>> PinAsync(string name, bool on, CancellationToken cancellationToken)
    {
        var (known, failure) = await _home.LookAsync(name, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            return failure!;
        }

        if (on)
        {
            _memory.Pin(known, this);
        }
        else
        {
            _memory.Unpin(known);
        }

        return Check(known);
    }

    /// <summary>Ends all hosts. Questions on their way are cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync().ConfigureAwait(false);
        foreach (var places in _places.Values)
        {
            places.Dispose();
        }
    }

    internal async ValueTask<ModelAnswer<KnownModel>> LookAsync(ModelDefinition definition, CancellationToken cancellationToken)
    {
        var seen = await _inspection.LookAsync(definition, _memory.Now, cancellationToken).ConfigureAwait(false);
        if (definition.Source is not ModelSource.Server && seen.TryGet(out var known, out _))
        {
            _names[definition.Name] = known;
        }

        return seen;
    }

    internal void PinWhile(ModelScope scope, KnownModel model)
    {
        lock (_scopes)
        {
            if (scope == _home || _scopes.Contains(scope))
            {
                _memory.Pin(model, scope);
            }
        }
    }

    /// <summary>As bodies know it. Whoever registers a model that comes along under another name gets a demo model too.</summary>
    internal ModelIdentity Identify(KnownModel known) => known.Identity with { IsDemo = _builtInFolder is { } folder && known.Folder.StartsWith(folder, StringComparison.Ordinal) };

    internal ModelCheck Check(KnownModel known)
    {
        var definition = known.Definition;
        var server = definition.Source as ModelSource.Server;
        var (bytes, loadTime) = server is null ? _memory.CostOf(known) : (0, TimeSpan.Zero);
        var never = server is null ? _memory.Refusal(known) : null;
        return new ModelCheck(Identify(known), server?.Address.ToString() ?? known.Folder, definition.Where, definition.Device, bytes, loadTime, server is null ? _memory.BatchOf(known) : known.BatchSize, never);
    }

    internal PlannedModel Plan(KnownModel known)
    {
        var (bytes, loadTime) = _memory.CostOf(known);
        return new PlannedModel(known.Definition.Name, known.Definition.Device, bytes, loadTime, _memory.BatchOf(known));
    }

    /// <summary>Bytes by device as of now.</summary>
    internal IReadOnlyDictionary<string, long> Limits() => _memory.State.Limits;

    internal async ValueTask<ModelAnswer<TAnswer>> AskAsync<TAnswer>(KnownModel model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        if (QuestionKinds.Refusal(model, question) is { } refusal)
        {
            return refusal;
        }

        var places = _places.GetOrAdd(model.Key, _ => new SemaphoreSlim(BatchesAhead * model.BatchSize));
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var (lease, failure) = await _memory.LeaseAsync(model, cancellationToken).ConfigureAwait(false);
            if (lease is null)
            {
                return failure!;
            }

            using (lease)
            {
                return question is ScoreLabels labels
                    ? (ModelAnswer<TAnswer>)(object)await ScoreAsync(lease.Loaded, labels, cancellationToken).ConfigureAwait(false)
                    : await SendAsync(lease.Loaded, question, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            places.Release();
        }
    }

    internal void Close(ModelScope scope)
    {
        lock (_scopes)
        {
            if (_scopes.Remove(scope))
            {
                _memory.UnpinAll(scope);
                LimitNeedsLock();
            }
        }
    }

    private static async Task<ModelAnswer<TAnswer>> SendAsync<TAnswer>(LoadedModel loaded, ModelQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        var request = QuestionMap.Of(new AskedModel(loaded.Model, loaded.Host.Labels), question);
        if (!loaded.Host.Operations.Contains(request.Operation))
        {
            return StepFailure.Permanent(ModelCodes.WrongQuestion, $"the host of model `{loaded.Model.Definition.Name}` has no operation `{request.Operation}` for it; it has: {string.Join(", ", loaded.Host.Operations)}.");
        }

        var (item, failure) = await loaded.Batcher.AskAsync(request.Operation, request.Parameters, request.Item, request.OnText, cancellationToken).ConfigureAwait(false);
        try
        {
            return item is null ? failure! : request.Read(item);
        }
        catch (DecodingException exception)
        {
            return StepFailure.Permanent(ModelCodes.Broken, $"model `{loaded.Model.Definition.Name}` in `{loaded.Model.Folder}` gave no answer that can be read: {exception.Message}.");
        }
    }

    private async Task<ModelAnswer<float[]>> ScoreAsync(LoadedModel loaded, ScoreLabels question, CancellationToken cancellationToken)
    {
        var cache = _labels.GetOrAdd(loaded.Model.Key, static _ => new LabelCache());
        var picture = SendAsync(loaded, new EmbedPicture(question.Path), cancellationToken);
        var labels = await Task.WhenAll(question.Labels.Select(label => cache.GetAsync(label, () => EmbedAsync(loaded, label), cancellationToken))).ConfigureAwait(false);
        if (!(await picture.ConfigureAwait(false)).TryGet(out var embedding, out var failure))
        {
            return failure;
        }

        return labels.FirstOrDefault(static label => label.Embedding is null).Failure is { } problem
            ? problem
            : LabelQuestions.Score(loaded.Model, embedding, [.. labels.Select(static label => label.Embedding!)]);
    }

    /// <summary>Others may wait for it: it ends with nobody's patience.</summary>
    private static async Task<(float[]?, StepFailure?)> EmbedAsync(LoadedModel loaded, string label) =>
        (await SendAsync(loaded, new EmbedText(label), CancellationToken.None).ConfigureAwait(false)).TryGet(out var embedding, out var failure) ? (embedding, null) : (null, failure);

    /// <summary>The lowest of what the home and the open workflows say; the home's registry may have been changed since the last time.</summary>
    private void LimitNeedsLock()
    {
        if (Registry.Current is { Mistakes: [] } registry && registry.Limits != _limits)
        {
            _limits = registry.Limits;
            _devices = DeviceLimits.Of(_limits);
            _memory.Change(_limits);
        }

        foreach (var device in DeviceLimits.Graphics.Append(DeviceLimits.Cpu))
        {
            var asked = _scopes.Select(scope => device == DeviceLimits.Cpu ? scope.Models.MemoryLimit : scope.Models.GpuMemoryLimit).OfType<long>();
            _memory.Limit(device, asked.Append(_devices.GetValueOrDefault(device, long.MaxValue)).Min());
        }
    }
}
