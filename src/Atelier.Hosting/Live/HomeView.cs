using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Live;

/// <summary>What changed in the home since the view before.</summary>
/// <param name="Seq">Rises with every view, over restarts too.</param>
/// <param name="Runs">Runs that changed, at most 50.</param>
/// <param name="ManyRuns">More changed than are named.</param>
/// <param name="Counts">What the home comes to; of ended runs those of the last 24 hours.</param>
public sealed record HomeView(long Seq, IReadOnlyList<RunId> Runs, bool ManyRuns, HomeCounts Counts);
