using System.Text;
using System.Text.Json;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Models;
using Atelier.Hosting.Owners;
using Atelier.Language;

namespace Atelier.Bench.Models;

/// <summary>A home that this process owns as <c>atelier run</c> does: engine, actions, hosts and models as people have them.</summary>
internal sealed class ModelHome : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly HomeSession _session;
    private readonly ActionSet _actions = ActionSet.BuiltIn(TimeProvider.System);
    private int _runs;

    private ModelHome(TemporaryFolder folder, HomeSession session) => (_folder, _session) = (folder, session);

    /// <summary>Opens an empty one.</summary>
    /// <param name="registry">The text of its <c>models.yaml</c>.</param>
    public static async Task<ModelHome> OpenAsync(string registry)
    {
        Environment.SetEnvironmentVariable(ActionSet.HostVariable, Path.Join(Repository.Root(), "hosts", "node"));
        Environment.SetEnvironmentVariable(HomeModels.BuiltInVariable, Path.Join(Repository.Root(), "models"));
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Join(folder.Path, "models.yaml"), registry);
        return new ModelHome(folder, await HomeSession.OpenAsync(folder.Path, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>Runs a workflow to its end; anything but a success ends the measurement.</summary>
    public async Task RunAsync(string yaml, object inputs)
    {
        var file = Path.Join(_folder.Path, "bench.yaml");
        var result = WorkflowCompiler.Compile(yaml, file, new CompileOptions { Actions = _actions.Registry });
        var plan = result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
        var reply = await _session.AskAsync(
            new OwnerRequest.Start
            {
                Workflow = new SentWorkflow(file, null, new Dictionary<string, string> { [string.Empty] = yaml }),
                Inputs = JsonSerializer.SerializeToElement(inputs),
                Options = RunOptions.None,
                IdempotencyKey = $"bench-{++_runs}",
                Plan = plan,
            },
            CancellationToken.None);
        if (reply.Problem is { } problem)
        {
            throw new InvalidOperationException($"{problem.Code}: {problem.Message}");
        }

        var ended = await _session.Owned!.Engine.WaitAsync(RunId.TryParse(reply.Run!, out var run) ? run : throw new InvalidOperationException(reply.Run));
        if (ended.Outcome != Outcome.Succeeded || ended.Output is not { } output || Encoding.UTF8.GetString(output) != "0")
        {
            throw new InvalidOperationException($"{ended.Outcome}, failed items: {Text(ended.Output)} {Text(ended.Errors)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _actions.DisposeAsync();
        _folder.Dispose();
    }

    private static string Text(byte[]? bytes) => bytes is null ? string.Empty : Encoding.UTF8.GetString(bytes);
}
