using Atelier.Api.Runs;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Live;
using Atelier.Language.Plans;
using Atelier.Server.Workflows;

namespace Atelier.Server.Runs;

/// <summary>Reads runs with their definitions.</summary>
internal sealed class RunReader(OwnedHome home, PlanCache plans)
{
    /// <summary>A run as it looks now; null: there is no such run.</summary>
    public async Task<RunView?> LookAsync(string run) => RunId.TryParse(run, out var id) ? await home.Live.LookAsync(id).ConfigureAwait(false) : null;

    /// <summary>A run's row; null: there is no such run.</summary>
    public RunRow? Find(string run) => RunId.TryParse(run, out var id) ? home.Queries.FindRun(id) : null;

    /// <summary>The definition of a run.</summary>
    /// <exception cref="StoreException">It is no longer kept, or does not compile with this version.</exception>
    public WorkflowPlan PlanOf(RunRow row) => plans.Find(row.WorkflowDigest)?.Plan
        ?? throw new StoreException(ServerCodes.NotFound, $"the definition of {row.Run} is no longer kept", retry: false);

    /// <summary>What a run waits for.</summary>
    public IReadOnlyList<WaitResponse> WaitsOf(RunView view, WorkflowPlan plan) =>
        view.Activity is { } activity ? RunWaits.Of(activity)
        : view.Ended || home.Store.Load(view.Outline.Row.Run) is not { } snapshot ? []
        : RunWaits.Of(snapshot, plan);
}
