using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Atelier.Api.Http;
using Atelier.Api.Runs;
using Atelier.Api.Serialization;
using Atelier.Api.Workflows;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;
using Atelier.Cli.Servers;
using Atelier.Cli.Workers;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Server;

namespace Atelier.Bench.Workers;

/// <summary>Steps on remote workers: processes of this machine that speak HTTP with a server in this one, and do nothing.</summary>
internal static class WorkersBench
{
    /// <summary>The worker's process.</summary>
    public const string ChildCommand = "workers-child";

    private const string Workflow = """
        name: far
        inputs:
          rows: { type: path }
        steps:
          - id: rows
            uses: data.read_jsonl
            with: { path: "${inputs.rows}" }
          - id: all
            for_each: ${rows}
            as: row
            steps:
              - { id: x, uses: worker.task, queue: far, with: { task: nothing, input: "${row.n}" } }
        outputs: { done: "${all.succeeded}" }
        """;

    public static int Run(string[] args)
    {
        var rates = new List<double>();
        for (var round = 0; round < EngineBench.Option(args, "--rounds", 3); round++)
        {
            var rate = MeasureAsync(EngineBench.Option(args, "--steps", 20_000), EngineBench.Option(args, "--workers", 2), EngineBench.Option(args, "--slots", 8)).GetAwaiter().GetResult();
            rates.Add(rate);
        }

        rates.Sort();
        Console.WriteLine($"workers: median {rates[rates.Count / 2]:F0} steps/s (min {rates[0]:F0}, max {rates[^1]:F0})");
        return 0;
    }

    /// <summary>Steps a second with no-op steps over HTTP, workers and server on this machine.</summary>
    public static async Task<double> MeasureAsync(int steps, int workers, int slots)
    {
        using var folder = new TemporaryFolder();
        var rows = Path.Join(folder.Path, "rows.jsonl");
        var home = OwnedHome.TryOpen(Path.Join(folder.Path, "home"), TimeProvider.System)!;
        await using var app = await ServerApp.CreateAsync(new ServerOptions { Home = Path.Join(folder.Path, "home"), Port = 0, Roots = [folder.Path] }, home, TimeProvider.System);
        await app.StartAsync(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new Uri(app.Address, ApiHeaders.Base.TrimStart('/') + "/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.StartToken);
        var version = await AskAsync<WorkflowVersion>(client, "workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [""] = Workflow } });
        var children = Enumerable.Range(0, workers).Select(worker => Spawn(app, $"w{worker}", slots)).ToList();
        try
        {
            // The first run is for the compilers: the measured one meets warm processes, as in a day's work.
            await RunAsync(client, home, version.Digest, rows, Math.Max(2000, steps / 4), "warm");
            var (served, worked) = (Process.GetCurrentProcess().TotalProcessorTime, Worked(children));
            var watch = Stopwatch.StartNew();
            await RunAsync(client, home, version.Digest, rows, steps, "measured");
            var rate = steps / watch.Elapsed.TotalSeconds;
            Console.WriteLine($"workers: {rate:F0} steps/s; processor time a step: server {(Process.GetCurrentProcess().TotalProcessorTime - served).TotalMicroseconds / steps:F0} us, workers {(Worked(children) - worked).TotalMicroseconds / steps:F0} us");
            return rate;
        }
        finally
        {
            foreach (var child in children)
            {
                child.Kill(entireProcessTree: true);
                await child.WaitForExitAsync();
                child.Dispose();
            }
        }
    }

    /// <summary>A worker that does nothing, until it is ended.</summary>
    public static int Child(string[] args)
    {
        using var server = new WorkerServer(new ServerLocation(new Uri(args[0]), Environment.GetEnvironmentVariable("ATELIER_TOKEN")));
        using var cache = new ArtifactCache(Directory.CreateTempSubdirectory("atelier-bench-worker-").FullName, 1 << 20);
        var nothing = new NoTask();
        var options = new WorkerOptions { Name = args[1], Queues = ["far"], Actions = [], Tasks = [NoTask.Task], Slots = int.Parse(args[2], CultureInfo.InvariantCulture) };
        var loop = new WorkerLoop(server, options, new StepRunner(_ => nothing), step => new RemoteContext(step, new RemoteArtifacts(server, cache, step.Lease), cache, null, TimeProvider.System), Console.Error.WriteLine, TimeProvider.System);
        loop.RunAsync(CancellationToken.None).GetAwaiter().GetResult();
        return 0;
    }

    private static TimeSpan Worked(IReadOnlyList<Process> children)
    {
        var total = TimeSpan.Zero;
        foreach (var child in children)
        {
            child.Refresh();
            total += child.TotalProcessorTime;
        }

        return total;
    }

    private static Process Spawn(ServerApp app, string name, int slots)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(WorkersBench).Assembly.Location);
        }

        start.ArgumentList.Add(ChildCommand);
        start.ArgumentList.Add(app.Address.ToString());
        start.ArgumentList.Add(name);
        start.ArgumentList.Add(slots.ToString(CultureInfo.InvariantCulture));
        start.Environment["ATELIER_TOKEN"] = app.StartToken;
        return Process.Start(start)!;
    }

    private static async Task RunAsync(HttpClient client, OwnedHome home, string version, string rows, int steps, string marker)
    {
        await File.WriteAllLinesAsync(rows, Enumerable.Range(0, steps).Select(number => $$"""{"key":"{{marker}}{{number}}","n":{{number}}}"""));
        var started = await AskAsync<RunSummary>(client, "runs", new StartRunRequest { Workflow = "far", Version = version, Inputs = JsonSerializer.SerializeToElement(new { rows }), Options = new RunOptionsBody { Fresh = true } });
        _ = RunId.TryParse(started.Run, out var run);
        var ended = await home.Engine.WaitAsync(run);
        var output = ended.Output is null ? string.Empty : System.Text.Encoding.UTF8.GetString(ended.Output);
        if (output != $$"""{"done":{{steps}}}""")
        {
            throw new InvalidOperationException($"{ended.Outcome} {output} {(ended.Errors is null ? string.Empty : System.Text.Encoding.UTF8.GetString(ended.Errors))}");
        }
    }

    private static async Task<T> AskAsync<T>(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body, ApiJson.Options);
        return response.IsSuccessStatusCode
            ? (await response.Content.ReadFromJsonAsync<T>(ApiJson.Options))!
            : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }
}
