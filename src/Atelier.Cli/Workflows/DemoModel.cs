using Atelier.Actions.Llm.Servers;
using Atelier.Cli.Models;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Language.Plans;
using Atelier.Sdk.Models;

namespace Atelier.Cli.Workflows;

/// <summary>Looks whether the model that someone names for the demo can be asked, before two dozen paintings wait for it.</summary>
internal static class DemoModel
{
    /// <summary>A sentence that says why not and what to do; null: it can.</summary>
    public static async Task<string?> CheckAsync(string name, WorkflowPlan plan, ActionSet actions, Invocation invocation)
    {
        if (ModelServer.TryParse(name, out var model, out var server) && server.IsLocal)
        {
            var found = await LocalServers.FindAsync(invocation.Time, invocation.Interrupted).ConfigureAwait(false);
            return found.FirstOrDefault(local => local.Name == server.Name) is not { } running
                ? $"no {server.Name} answers at {server.Address}: start it first. `atelier doctor` tells which servers run here."
                : running.Models.Count == 0 || running.Models.Any(id => Same(id, model)) ? null
                : $"{server.Name} has no model `{model}`. It has: {string.Join(", ", running.Models)}.";
        }

        using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
        await using var models = CommandModels.Of(invocation, home, actions);
        using var scope = models.For(plan, Path.GetDirectoryName(plan.File) ?? Environment.CurrentDirectory);
        return (await scope.FindAsync(name, invocation.Interrupted).ConfigureAwait(false)).TryGet(out _, out var failure) ? null : failure.Message;
    }

    /// <summary>Servers list <c>llava:latest</c> and answer to <c>llava</c>.</summary>
    private static bool Same(string id, string asked) => id == asked || id.StartsWith(asked + ":", StringComparison.Ordinal);
}
