using System.Text;
using Atelier.Engine.Artifacts;
using Atelier.Engine.KillChild;
using Atelier.Engine.Logs;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Language;
using Atelier.Language.Plans;
using Atelier.Storage.Sqlite;

// Goes on with the one run of a home until it ends, or until it is killed: FOLDER ITEMS.
var folder = args[0];
var effects = Path.Join(folder, "effects.log");
var workflow = $$"""
    name: kills
    steps:
      - { id: find, uses: kill.rows, with: { count: {{args[1]}} } }
      - id: all
        for_each: ${find}
        steps:
          - { id: a, uses: kill.append, with: {} }
          - { id: b, uses: kill.append, with: {} }
      - id: few
        for_each: ${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(n, n)}
        steps:
          - { id: once, uses: kill.once, with: {} }
    outputs: { all: "${all.succeeded}", few: "${few.succeeded}" }
    """;
var actions = new KillActions(effects);
using var store = new SqliteRunStore(Path.Join(folder, "atelier.db"), TimeProvider.System);
var ports = new EnginePorts
{
    Store = store,
    Artifacts = new MemoryArtifactStore(Path.Join(folder, "artifacts")),
    Actions = actions,
    Plans = row => Compile(Encoding.UTF8.GetString(row.Sources)),
    Secrets = new Nothing(),
    Log = new Nothing(),
    Time = TimeProvider.System,
};
await using var engine = new RunEngine(ports, new EngineOptions { WorkFolder = Path.Join(folder, "work"), BaseFolder = folder });
engine.Start();
var plan = Compile(workflow);
var run = await engine.StartRunAsync(plan, "{}"u8.ToArray(), RunOptions.None, new WorkflowRow(plan.Digest, plan.Name, null, null, Encoding.UTF8.GetBytes(workflow), 0), "kills");
var ended = engine.WaitAsync(run);
using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
while (!ended.IsCompleted && await ticks.WaitForNextTickAsync())
{
    await ResolveAsync();
}

var row = await ended;
Console.WriteLine($"{row.Outcome.ToText()} {Encoding.UTF8.GetString(row.Output ?? [])} {Encoding.UTF8.GetString(row.Errors ?? [])}");

WorkflowPlan Compile(string text)
{
    var result = WorkflowCompiler.Compile(text, "kills.yaml", new CompileOptions { Actions = actions });
    return result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
}

// What a person would do: look whether the parked step had its effect, and say so.
async Task ResolveAsync()
{
    var snapshot = store.Load(run)!;
    foreach (var parked in snapshot.Attempts.Where(static attempt => attempt.State == AttemptState.Parked))
    {
        var source = snapshot.Blocks.First(block => block.Block == parked.Scope.Block).Source;
        var key = store.ReadRows(run, source, parked.Scope.Ordinal, 1)[0].Key;
        var done = File.ReadLines(effects).Contains($"few/once {key}");
        await engine.ResolveAsync(run, "few/once", key, done ? Resolution.Done : Resolution.Again, "\"resolved\""u8.ToArray());
    }
}
