using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Cli.Servers;
using Atelier.Cli.Workers;
using Atelier.Sdk;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workers;

/// <summary>The loop of <c>atelier worker</c> in this process, with an action that a test holds.</summary>
public sealed class WorkerLoopTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _told = new();
    private readonly HeldAction _action = new();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Cancel_OfARun_StopsItsBodyOnTheWorker()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var working = WorkAsync(server);
        var run = await server.StartAsync(RemoteRuns.OneStep);
        await _action.Began.Task.WaitAsync(TestContext.Current.CancellationToken);

        await server.Home.Engine.CancelAsync(run);
        await _action.Stopped.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("Cancelled", await server.EndAsync(run), StringComparison.Ordinal);
        await _stop.CancelAsync();
        await working;
    }

    [Fact]
    public async Task End_OfTheWorker_HandsBackWhatRuns()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var working = WorkAsync(server);
        var run = await server.StartAsync(RemoteRuns.OneStep);
        await _action.Began.Task.WaitAsync(TestContext.Current.CancellationToken);

        await _stop.CancelAsync();
        await working;

        var step = Assert.Single((await server.ClaimAsync("next")).Steps);
        Assert.Equal(1, step.Attempt);
        Assert.True((await server.CompleteAsync("next", RemoteRuns.Done(step, 7))).Accepted);
        Assert.Equal("""{"x":7}""", await server.EndAsync(run));
    }

    private async Task WorkAsync(ServerUnderTest under)
    {
        using var server = new WorkerServer(new ServerLocation(under.App.Address, under.App.StartToken));
        using var cache = new ArtifactCache(Path.Join(under.Root, "..", "worker"), 1 << 20);
        var options = new WorkerOptions { Name = "w", Queues = ["far"], Actions = [], Tasks = ["one"], Slots = 2, Lease = TimeSpan.FromSeconds(5), Wait = TimeSpan.FromSeconds(5), Grace = TimeSpan.FromMilliseconds(100) };
        var loop = new WorkerLoop(server, options, new StepRunner(_ => _action), step => new RemoteContext(step, new RemoteArtifacts(server, cache, step.Lease), cache, null, TimeProvider.System), _told.Enqueue, TimeProvider.System);
        await loop.RunAsync(_stop.Token);
    }

    private sealed class HeldAction : IAction
    {
        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "worker.task";

        public ActionDescriptor Descriptor { get; } = new()
        {
            Name = "worker.task",
            Version = 1,
            Summary = "Waits until it is cancelled.",
            Reuse = ReuseClass.Sampled,
            InputSchema = JsonValue.Create(true),
            OutputSchema = JsonValue.Create(true),
            Example = string.Empty,
        };

        public async ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken)
        {
            await using var registration = cancellationToken.Register(() => Stopped.TrySetResult());
            Began.TrySetResult();
            await Stopped.Task;
            throw new OperationCanceledException(cancellationToken);
        }

        public string? GetEndpoint(JsonElement input) => null;

        public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) => new(new Dictionary<string, string>());

        public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(true);
    }
}
