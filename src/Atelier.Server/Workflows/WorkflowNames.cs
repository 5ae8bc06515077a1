using Atelier.Hosting.Homes;

namespace Atelier.Server.Workflows;

/// <summary>The version that a name means.</summary>
internal sealed class WorkflowNames(OwnedHome home, PlanCache plans)
{
    /// <summary>A version of a workflow, the newest where none is named; null: there is none.</summary>
    public PlanCache.Entry? Find(string name, string? digest)
    {
        if (digest is null)
        {
            digest = home.Queries.FindNewestVersion(name);
        }

        return digest is not null && plans.Find(digest) is { } found && found.Row.Name == name ? found : null;
    }
}
