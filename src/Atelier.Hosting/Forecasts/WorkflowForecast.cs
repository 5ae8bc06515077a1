using Atelier.Engine.Artifacts;
using Atelier.Engine.Forecasts;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Stores.Memory;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Models;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Workflows;

namespace Atelier.Hosting.Forecasts;

/// <summary>Engines beside a home that record nothing: what a run would do, and one step tried. Runs live in memory; recorded results are read.</summary>
public sealed class WorkflowForecast : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atelier-forecast-").FullName;
    private readonly IRunStore _real;
    private readonly bool _ownsReal;
    private readonly RunEngine _engine;
    private readonly TimeProvider _time;

    /// <summary>Builds one.</summary>
    /// <param name="home">Whose recorded results count; null: there is no home yet.</param>
    /// <param name="actions">What runs.</param>
    /// <param name="models">What bodies and fingerprints ask.</param>
    /// <param name="tally">Set: no body runs, they are counted here.</param>
    /// <param name="time">The clock.</param>
    public WorkflowForecast(HomeReader? home, IActionSource actions, HomeModels models, ForecastTally? tally, TimeProvider time)
    {
        _time = time;
        _ownsReal = home is null;
        _real = home?.Store ?? (IRunStore)new MemoryRunStore(time);
        Store = new OverlayRunStore(_real, time);
        _engine = new RunEngine(
            new EnginePorts
            {
                Store = Store,
                Artifacts = new OverlayArtifacts(new MemoryArtifactStore(Path.Join(_folder, "artifacts")), home?.Artifacts),
                Actions = actions,
                Plans = static row => throw new InvalidOperationException($"{row.Name} is in memory"),
                Secrets = home is null ? NoSecrets.Instance : home.Secrets,
                Log = NoLog.Instance,
                Models = models.For,
                Displaces = models.Displaces,
                Time = time,
            },
            new EngineOptions { WorkFolder = Path.Join(_folder, "work"), BaseFolder = Environment.CurrentDirectory, Forecast = tally, HasWorkers = false });
        _engine.Start();
    }

    /// <summary>What happened, for reading.</summary>
    public IRunStore Store { get; }

    /// <summary>Runs to the end.</summary>
    public async Task<RunRow> RunAsync(OwnerRequest.Start request, CancellationToken cancellationToken)
    {
        var run = await StartAsync(request).WaitAsync(cancellationToken).ConfigureAwait(false);
        return await _engine.WaitAsync(run).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync().ConfigureAwait(false);
        Store.Dispose();
        if (_ownsReal)
        {
            _real.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Task<RunId> StartAsync(OwnerRequest.Start request)
    {
        var row = WorkflowVersions.RowOf(request.Plan!, request.Workflow, _time);
        return _engine.StartRunAsync(request.Plan!, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(request.Inputs), request.Options, row, null);
    }
}
