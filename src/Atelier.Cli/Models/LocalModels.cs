using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Models;
using Atelier.Hosting.Owners;
using Atelier.Models.Memory;
using Atelier.Models.Runtime;

namespace Atelier.Cli.Models;

/// <summary>The models of a home as this process sees them, whoever owns the home: registries and files; what is loaded is loaded here and ends with it.</summary>
internal static class LocalModels
{
    /// <summary>Where models are registered and what runs them.</summary>
    public static ModelRuntimeOptions OptionsOf(Invocation invocation) => HomeModels.OptionsOf(invocation.Home, ActionSet.HostFolder, name => SecretOf(invocation, name));

    /// <summary>A runtime that has loaded nothing.</summary>
    public static ModelRuntime Open(Invocation invocation) => new(OptionsOf(invocation), invocation.Time);

    /// <summary>A model by its name.</summary>
    /// <exception cref="CommandException">There is none of the name.</exception>
    public static async Task<RegisteredModel> NamedAsync(Invocation invocation, ModelRuntime runtime, string name)
    {
        if (await RegisteredModels.FindAsync(runtime, name, invocation.Interrupted).ConfigureAwait(false) is { } model)
        {
            return model;
        }

        // Asked by name, it says what was probably meant.
        (await runtime.Home.CheckAsync(name, invocation.Interrupted).ConfigureAwait(false)).TryGet(out _, out var failure);
        throw CommandException.Refused(failure!.Code, failure.Message);
    }

    /// <summary>What the process that owns the home has in memory; null: nobody owns it now.</summary>
    public static async Task<MemorySnapshot?> LiveAsync(Invocation invocation)
    {
        await using var session = await HomeSession.TryConnectAsync(invocation.Home, invocation.Time, invocation.Interrupted).ConfigureAwait(false);
        return session is null ? null : (await session.AskAsync(new OwnerRequest.ListModels(), invocation.Interrupted).ConfigureAwait(false)).Models;
    }

    private static string? SecretOf(Invocation invocation, string name)
    {
        using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
        return home?.Secrets.Find(name);
    }
}
