using System.CommandLine;
using Atelier.Cli.Homes.Desks;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Owners;
using Atelier.Models.Memory;
using Atelier.Sdk;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models load|unload|pin</c>: what the process that owns the home keeps in memory.</summary>
internal static class MemoryCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The model, as registered." };
    private static readonly Option<bool> Off = new("--off") { Description = "End it." };

    public static Command Load() =>
        new Command("load", "Load a model now, in a process that owns the home and stays until the model has been idle for a while.") { Name }.Does(LoadAsync);

    public static Command Unload() => new Command("unload", "Put a model away once its questions are answered.") { Name }.Does(UnloadAsync);

    public static Command Pin() => new Command("pin", "Make a model the last to leave memory, as long as the process lives that owns the home.") { Name, Off }.Does(PinAsync);

    private static async Task<int> LoadAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        await using var desk = await invocation.OpenDeskAsync(detached: true).ConfigureAwait(false);
        return await AskAsync(invocation, desk, new OwnerRequest.LoadModel(name), $"{name} is loaded", $"{name} is not loaded").ConfigureAwait(false);
    }

    private static Task<int> UnloadAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        return AskOwnerAsync(invocation, new OwnerRequest.UnloadModel(name), $"{name} was put away", $"{name} was not loaded");
    }

    private static Task<int> PinAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        var on = !invocation.Get(Off);
        return AskOwnerAsync(invocation, new OwnerRequest.PinModel(name, on), on ? $"{name} is pinned" : $"{name} is no longer pinned", string.Empty);
    }

    /// <summary>Without an owner there is nothing in memory that a command could change; to pin something for good is a line in the registry.</summary>
    private static async Task<int> AskOwnerAsync(Invocation invocation, OwnerRequest request, string done, string refused)
    {
        await using var desk = await invocation.TryOpenDeskAsync().ConfigureAwait(false)
            ?? throw CommandException.Refused(CliCodes.NotPossible, "no process owns the home now, so no model is in memory. To pin a model for good, write `pin: true` at its name in models.yaml");
        return await AskAsync(invocation, desk, request, done, refused).ConfigureAwait(false);
    }

    private static async Task<int> AskAsync(Invocation invocation, IHomeDesk desk, OwnerRequest request, string done, string refused)
    {
        var reply = await desk.AskAsync(request, invocation.Interrupted).ConfigureAwait(false);
        if (reply.Problem is { } problem)
        {
            throw CommandException.Refused(problem.Code, problem.Message);
        }

        if (!reply.Done)
        {
            throw CommandException.Refused(CliCodes.NotPossible, refused);
        }

        invocation.Terminal.Say(done + string.Concat(reply.Models!.Devices.Select(static device => $"; {device.Device} holds {SizeText.Format(device.Held)} of {SizeText.Format(device.Limit)}")));
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("done", true);
                MemoryJson.Write(writer, reply.Models);
                writer.WriteEndObject();
            });
        }

        return ExitCodes.Done;
    }
}
