using System.CommandLine;
using System.Runtime.InteropServices;
using Atelier.Actions.Llm.Servers;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosts.Media;
using Atelier.Sdk.Models;
using Atelier.Storage.Homes;

namespace Atelier.Cli.Homes;

/// <summary><c>atelier doctor</c>: looks for what would stand in the way of a run.</summary>
internal static class DoctorCommand
{
    private const int ModelsShown = 8;

    public static Command Create() => new Command("doctor", "Look for what would stand in the way of a run.").Does(LookAsync);

    private static async Task<int> LookAsync(Invocation invocation)
    {
        IReadOnlyList<Finding> findings = invocation.IsRemote ? ServerFindings.Of(invocation) : await LookHereAsync(invocation).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("findings");
                foreach (var finding in findings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", finding.Name);
                    writer.WriteString("state", finding.State.ToString().ToLowerInvariant());
                    writer.WriteString("text", finding.Text);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
        else
        {
            foreach (var finding in findings)
            {
                invocation.Terminal.Say($"{(finding.State == FindingState.Good ? "ok     " : finding.State == FindingState.Missing ? "missing" : "broken ")}  {finding.Name}: {finding.Text}");
            }
        }

        return findings.Any(static finding => finding.State == FindingState.Broken) ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<IReadOnlyList<Finding>> LookHereAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        return
        [
            new("atelier", FindingState.Good, $"{typeof(DoctorCommand).Assembly.GetName().Version!.ToString(3)} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors"),
            HomeOf(invocation),
            OwnerOf(invocation),
            SpaceOf(invocation),
            MediaHostPool.Check(actions.MediaHost) is { } problem ? new("pictures", FindingState.Missing, $"images.* cannot run: {problem}") : new("pictures", FindingState.Good, $"the media host is in {actions.MediaHost.HostFolder}"),
            ServersOf(await LocalServers.FindAsync(invocation.Time, invocation.Interrupted).ConfigureAwait(false)),
            ProgramOf("containers", "container.run cannot run", "podman", "docker"),
            ProgramOf("python", "scripts in Python cannot run", "python3"),
        ];
    }

    private static Finding HomeOf(Invocation invocation)
    {
        try
        {
            using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
            return home is null
                ? new Finding("home", FindingState.Good, $"{invocation.Home} does not exist yet; the first run makes it")
                : new Finding("home", FindingState.Good, $"{invocation.Home}, {home.Store.Unfinished().Count} unfinished runs of {home.Store.LastRun()}");
        }
        catch (StoreException exception)
        {
            return new Finding("home", FindingState.Broken, $"{exception.Code}: {exception.Message}");
        }
    }

    private static Finding OwnerOf(Invocation invocation) =>
        new("owner", FindingState.Good, HomeFolder.FindOwner(invocation.Home) is { } owner ? $"process {owner} owns the home; commands ask it" : "nobody owns the home now");

    private static Finding SpaceOf(Invocation invocation)
    {
        var folder = invocation.Home;
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } outer)
        {
            folder = outer;
        }

        return Finding.OfSpace(new DriveInfo(folder).AvailableFreeSpace);
    }

    // Models of servers are a choice: none at hand is nothing to mend.
    private static Finding ServersOf(IReadOnlyList<LocalServer> servers) => servers.Count == 0
        ? new("model servers", FindingState.Missing, $"none answers on this machine ({string.Join(", ", ModelServer.All.Where(static server => server.IsLocal).Select(static server => $"{server.Name} at {server.Address.Authority}"))}); the models that come along do without")
        : new("model servers", FindingState.Good, string.Join("; ", servers.Select(static server => server.Models.Count == 0
            ? $"{server.Name} at {server.Address} has no models yet"
            : $"{server.Name} at {server.Address}: {string.Join(", ", server.Models.Take(ModelsShown).Select(model => $"{model}@{server.Name}"))}{(server.Models.Count > ModelsShown ? $" and {server.Models.Count - ModelsShown} more" : string.Empty)}")));

    private static Finding ProgramOf(string name, string without, params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var found = programs.SelectMany(program => folders.Select(folder => Path.Join(folder, program))).FirstOrDefault(File.Exists);
        return found is null ? new Finding(name, FindingState.Missing, $"{without}: there is no {string.Join(" and no ", programs)}") : new Finding(name, FindingState.Good, found);
    }
}
