using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Language.Plans;
using Atelier.Models.Lanes;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Hosting.Models;

/// <summary>The models of a home, for engines and commands. Reads nothing and starts nothing before the first question; safe from many threads.</summary>
public sealed class HomeModels : IAsyncDisposable
{
    /// <summary>The environment variable that names the folder of the models that come along. Default: <c>models</c> beside the program.</summary>
    public const string BuiltInVariable = "ATELIER_MODELS_DIR";

    private readonly Lazy<ModelRuntime> _runtime;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lazy<Task> _preload;

    /// <summary>Makes one; the home need not exist.</summary>
    /// <param name="home">Absolute path of the home.</param>
    /// <param name="hostFolder">Folder of the host's package.</param>
    /// <param name="secrets">Keys of servers.</param>
    /// <param name="time">The clock.</param>
    public HomeModels(string home, string hostFolder, ISecretSource secrets, TimeProvider time)
    {
        _runtime = new Lazy<ModelRuntime>(() => new ModelRuntime(OptionsOf(home, hostFolder, secrets.Find), time));
        _preload = new Lazy<Task>(() => Task.Run(() => Runtime.PreloadAsync(_ending.Token)));
    }

    /// <summary>Where the models lie that come along.</summary>
    public static string BuiltInFolder => Environment.GetEnvironmentVariable(BuiltInVariable) ?? Path.Join(AppContext.BaseDirectory, "models");

    /// <summary>Registries, memory and questions.</summary>
    public ModelRuntime Runtime => _runtime.Value;

    /// <summary>Whether a model is in memory here, so that it is worth it to stay.</summary>
    public bool HoldsAny => _runtime.IsValueCreated && Runtime.LoadedNow.Count > 0;

    /// <summary>Where the models of a home are registered and what runs them.</summary>
    public static ModelRuntimeOptions OptionsOf(string home, string hostFolder, Func<string, string?> secrets) => new()
    {
        HomeFolder = home,
        Host = new ModelHostOptions { HostFolder = hostFolder },
        BuiltInFolder = Directory.Exists(BuiltInFolder) ? BuiltInFolder : null,
        Secrets = secrets,
    };

    /// <summary>The models of a workflow over those of the home. Disposed of by who asked.</summary>
    public ModelScope For(WorkflowPlan plan, string baseFolder) => Runtime.For(Said(plan), baseFolder);

    /// <summary>The models of the home alone. Disposed of by who asked.</summary>
    public ModelScope OfHome(string baseFolder) => Runtime.For(new WorkflowModels(), baseFolder);

    /// <summary>Whether a question to the model would put another one away. Cheap.</summary>
    public bool Displaces(string name) => _runtime.IsValueCreated && Runtime.Displaces(name);

    /// <summary>Options of a run that is about to start, with the digests of the models that its workflow names outright, as they are now.</summary>
    public async Task<RunOptions> PinAsync(WorkflowPlan plan, RunOptions options, CancellationToken cancellationToken)
    {
        var names = NamedModels.Of(plan).Keys.ToArray();
        if (names.Length == 0)
        {
            return options;
        }

        Preload();
        using var scope = For(plan, options.BaseFolder ?? Path.GetDirectoryName(plan.File) ?? Environment.CurrentDirectory);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if ((await scope.FindAsync(name, cancellationToken).ConfigureAwait(false)).TryGet(out var model, out _) && model.Kind != ModelKind.Openai)
            {
                digests[name] = model.Digest;
            }
        }

        return digests.Count == 0 ? options : options with { ModelDigests = digests };
    }

    /// <summary>What is known of the models that a workflow names outright and brings along, without loading any. Costs nothing where it has none.</summary>
    public async Task<ModelOutlook> LookAsync(WorkflowPlan plan, string baseFolder, CancellationToken cancellationToken)
    {
        var named = NamedModels.Of(plan);
        if (named.Count == 0 && plan.Models.IsEmpty)
        {
            return ModelOutlook.None;
        }

        using var scope = For(plan, baseFolder);
        var models = new List<NamedModel>();
        foreach (var (name, steps) in named)
        {
            var seen = await scope.CheckAsync(name, cancellationToken).ConfigureAwait(false);
            models.Add(seen.TryGet(out var check, out var failure) ? new NamedModel(name, steps, check, null) : new NamedModel(name, steps, null, failure));
        }

        return new ModelOutlook(models, scope.Mistakes);
    }

    /// <summary>Loads what the home wants loaded from the start, once, in the background; what cannot be loaded is told to those who ask it.</summary>
    private void Preload() => _ = _preload.Value;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        if (_preload.IsValueCreated)
        {
            await _preload.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (_runtime.IsValueCreated)
        {
            await Runtime.DisposeAsync().ConfigureAwait(false);
        }

        _ending.Dispose();
    }

    private static WorkflowModels Said(WorkflowPlan plan) => new()
    {
        Models = [.. plan.Models.Select(static model => new WorkflowModel(model.Name, model.Definition, model.Position.ToString()))],
        MemoryLimit = plan.ModelLimits.MemoryLimit,
        GpuMemoryLimit = plan.ModelLimits.GpuMemoryLimit,
        BatchSize = plan.ModelLimits.BatchSize,
        Pinned = plan.ModelLimits.CacheModels,
    };
}
