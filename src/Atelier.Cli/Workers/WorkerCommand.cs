using System.CommandLine;
using System.Globalization;
using Atelier.Cli.Servers;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Models;

namespace Atelier.Cli.Workers;

/// <summary><c>atelier worker</c>: runs steps of a server on this machine.</summary>
internal static class WorkerCommand
{
    /// <summary>Bytes of artifacts that are kept for the next steps: 4 GiB.</summary>
    private const long CacheBytes = 4L << 30;

    private const string Standard = "http://127.0.0.1:8470";

    private static readonly Option<string> Queues = new("--queues") { Description = "Queues to serve, in order of preference, separated by commas.", HelpName = "QUEUES", Required = true };
    private static readonly Option<int> Slots = new("--slots") { Description = "Steps at once. Default: the number of processors.", DefaultValueFactory = static _ => Environment.ProcessorCount };
    private static readonly Option<string?> Name = new("--name") { Description = "Name of the worker. Default: the machine's name and the process.", HelpName = "NAME" };
    private static readonly Option<string?> Actions = new("--actions") { Description = "Actions to run, separated by commas: images.*,http.request. Default: all but those that read and write files of the machine.", HelpName = "ACTIONS" };

    public static Command Create() => new Command("worker", "Run steps of a server (--server, default http://127.0.0.1:8470) on this machine until Ctrl-C.") { Queues, Slots, Name, Actions }.Does(WorkAsync);

    private static async Task<int> WorkAsync(Invocation invocation)
    {
        // The home of this machine has the models; runs are the server's.
        var location = ServerLocation.Find(invocation.Get(GlobalOptions.Server), invocation.Get(GlobalOptions.TokenFile), isHomeGiven: false)
            ?? ServerLocation.Find(Standard, invocation.Get(GlobalOptions.TokenFile), isHomeGiven: false)!;
        if (location.IsOpen)
        {
            invocation.Terminal.Tell($"warning: {location} is another machine and is asked without encryption: whoever is on the way can read the token, inputs and secrets. Use https.");
        }

        var slots = invocation.Get(Slots);
        if (slots is < 1 or > 128)
        {
            throw CommandException.BadInput(CliCodes.BadArguments, $"--slots takes 1 to 128, not {slots}");
        }

        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var options = new WorkerOptions
        {
            Name = invocation.Get(Name) ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}"),
            Queues = Split(invocation.Get(Queues)),
            Actions = WorkerOffers.Of(actions.Registry, Split(invocation.Get(Actions))),
            Slots = slots,
        };
        using var server = new WorkerServer(location);
        using var cache = new ArtifactCache(Directory.CreateTempSubdirectory("atelier-worker-").FullName, CacheBytes);
        await using var models = new WorkerModels(invocation.Home, invocation.Time);
        var loop = new WorkerLoop(
            server,
            options,
            new StepRunner(actions.Registry.Get),
            step => new RemoteContext(step, new RemoteArtifacts(server, cache, step.Lease), cache, models.For, invocation.Time),
            invocation.Terminal.Tell,
            invocation.Time);
        invocation.Terminal.Tell($"worker {options.Name} serves {string.Join(", ", options.Queues)} for {location}: {slots} slots, {options.Actions.Count} actions. Ctrl-C ends it.");
        try
        {
            await loop.RunAsync(invocation.Interrupted);
        }
        catch (WorkerServerException exception)
        {
            throw CommandException.Refused(exception.Code, exception.Message);
        }

        invocation.Terminal.Tell(string.Create(CultureInfo.InvariantCulture, $"worker {options.Name} has ended; it did {loop.Done} steps"));
        return ExitCodes.Interrupted;
    }

    private static string[] Split(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
