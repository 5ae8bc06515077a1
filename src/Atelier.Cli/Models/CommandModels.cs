using Atelier.Hosting.Actions;
using Atelier.Hosting.Forecasts;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Models;
using Atelier.Language;
using Atelier.Language.Plans;

namespace Atelier.Cli.Models;

/// <summary>The models of the home as a command sees them that does not own it.</summary>
internal static class CommandModels
{
    /// <summary>To be disposed of.</summary>
    public static HomeModels Of(Invocation invocation, HomeReader? home, ActionSet actions) =>
        new(invocation.Home, actions.MediaHost.HostFolder, home is null ? NoSecrets.Instance : home.Secrets, invocation.Time);

    /// <summary>Mistakes and warnings about a workflow's models, before it runs. Loads none.</summary>
    /// <param name="invocation">The command.</param>
    /// <param name="actions">Tells where the host is.</param>
    /// <param name="plan">The workflow.</param>
    /// <param name="runsHere">Whether it is about to run in this home.</param>
    public static async Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(Invocation invocation, ActionSet actions, WorkflowPlan plan, bool runsHere)
    {
        using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
        await using var models = Of(invocation, home, actions);
        var outlook = await models.LookAsync(plan, Path.GetDirectoryName(plan.File) ?? Environment.CurrentDirectory, invocation.Interrupted).ConfigureAwait(false);
        return outlook.Diagnose(runsHere);
    }
}
