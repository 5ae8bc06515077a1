using Atelier.Hosting.Actions;
using Atelier.Sdk;

namespace Atelier.Cli.Workers;

/// <summary>Which actions a worker offers.</summary>
internal static class WorkerOffers
{
    /// <summary>Families that read and write the disks of the machine they run on: offered only when named.</summary>
    private static readonly string[] Local = ["data.", "files.", "recipe."];

    /// <summary>All that make sense on another machine, or those that patterns such as <c>images.*</c> name.</summary>
    /// <exception cref="CommandException">A pattern names nothing that can be offered.</exception>
    public static IReadOnlyList<string> Of(ActionRegistry actions, IReadOnlyList<string> patterns)
    {
        var possible = actions.Names.Where(name => actions.Find(name) is { Place: ActionPlace.Anywhere, Inline: false, IsSource: false }).ToList();
        if (patterns.Count == 0)
        {
            return [.. possible.Where(static name => !Local.Any(family => name.StartsWith(family, StringComparison.Ordinal)))];
        }

        var chosen = new List<string>();
        foreach (var pattern in patterns)
        {
            var named = possible.Where(name => pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern).ToList();
            if (named.Count == 0)
            {
                throw CommandException.BadInput(CliCodes.NoSuchAction, $"`{pattern}` names no action that a worker can run; see `atelier actions`");
            }

            chosen.AddRange(named.Except(chosen));
        }

        return chosen;
    }
}
