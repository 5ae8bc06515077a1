using System.Text;
using Atelier.Actions;
using Atelier.Bench.Store;
using Atelier.Engine.Logs;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Language;
using Atelier.Language.Plans;
using Atelier.Sdk;
using Atelier.Storage.Homes;

namespace Atelier.Bench.Engine;

/// <summary>An engine on SQLite in a temporary folder.</summary>
internal sealed class BenchHome : IAsyncDisposable
{
    private readonly TemporaryFolder? _temporary;
    private readonly HomeFolder _home;
    private readonly ActionRegistry _actions;

    /// <summary>An engine in a folder that stays, or in one of its own.</summary>
    public BenchHome(string? folder = null, IReadOnlyList<IAction>? extra = null)
    {
        _actions = new ActionRegistry([.. BuiltInActions.All(new ActionServices()), new BenchRows(), .. extra ?? []]);
        if (folder is null)
        {
            _temporary = new TemporaryFolder();
            folder = _temporary.Path;
        }

        _home = HomeFolder.Open(folder, TimeProvider.System);
        Engine = new RunEngine(
            new EnginePorts
            {
                Store = _home.Store,
                Artifacts = _home.Artifacts,
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

    public IRunStore Store => _home.Store;

    public (WorkflowPlan Plan, WorkflowRow Row) Compile(string yaml)
    {
        var result = WorkflowCompiler.Compile(yaml, "bench.yaml", new CompileOptions { Actions = _actions });
        var plan = result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        return (plan, new WorkflowRow(plan.Digest, plan.Name, null, null, Encoding.UTF8.GetBytes(yaml), 0));
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _home.Dispose();
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
