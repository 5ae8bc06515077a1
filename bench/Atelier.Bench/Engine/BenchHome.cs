using System.Text;
using Atelier.Actions;
using Atelier.Bench.Store;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Logs;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Language;
using Atelier.Language.Plans;
using Atelier.Storage.Sqlite;

namespace Atelier.Bench.Engine;

/// <summary>An engine on SQLite in a temporary folder.</summary>
internal sealed class BenchHome : IAsyncDisposable
{
    private readonly TemporaryFolder? _temporary;
    private readonly SqliteRunStore _store;
    private readonly ActionRegistry _actions = new([.. BuiltInActions.All(new ActionServices()), new BenchRows()]);

    /// <summary>An engine in a folder that stays, or in one of its own.</summary>
    public BenchHome(string? folder = null)
    {
        if (folder is null)
        {
            _temporary = new TemporaryFolder();
            folder = _temporary.Path;
        }

        _store = new SqliteRunStore(Path.Join(folder, "atelier.db"), TimeProvider.System);
        Engine = new RunEngine(
            new EnginePorts
            {
                Store = _store,
                Artifacts = new MemoryArtifactStore(Path.Join(folder, "artifacts")),
                Actions = _actions,
                Plans = row => Compile(Encoding.UTF8.GetString(row.Sources)).Plan,
                Secrets = new NoSecrets(),
                Log = new NoLog(),
                Time = TimeProvider.System,
            },
            new EngineOptions { WorkFolder = Path.Join(folder, "work"), BaseFolder = folder });
        Engine.Start();
    }

    public RunEngine Engine { get; }

    public IRunStore Store => _store;

    public (WorkflowPlan Plan, WorkflowRow Row) Compile(string yaml)
    {
        var result = WorkflowCompiler.Compile(yaml, "bench.yaml", new CompileOptions { Actions = _actions });
        var plan = result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        return (plan, new WorkflowRow(plan.Digest, plan.Name, null, null, Encoding.UTF8.GetBytes(yaml), 0));
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _store.Dispose();
        _temporary?.Dispose();
    }

    private sealed class NoSecrets : ISecretSource
    {
        public string? Find(string name) => null;
    }

    private sealed class NoLog : IStepLog
    {
        public void Write(in StepLogLine line)
        {
        }
    }
}
