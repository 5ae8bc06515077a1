using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;

namespace Atelier.Server.Runs;

/// <summary>Causes of failed items that somebody accepted as they are.</summary>
internal sealed class AcceptedCauses(OwnedHome home)
{
    /// <summary>Failed items of a run that need nobody, for their cause was accepted.</summary>
    public long CountOf(RunId run)
    {
        var accepted = home.Workspace.Accepted.Of(run);
        return accepted.GroupBy(static cause => cause.Block)
            .Sum(block => home.Queries.GroupFailures(run, block.Key, 0).Where(group => block.Any(cause => cause.Code == group.Code && cause.Shape == group.Shape)).Sum(static group => group.Count));
    }
}
