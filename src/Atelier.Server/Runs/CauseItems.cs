using Atelier.Api.Runs;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Server.Runs;

/// <summary>The items of one cause.</summary>
internal static class CauseItems
{
    private const int Most = 1_000_000;

    /// <summary>Keys of the failed items of a block whose failure has this code and shape.</summary>
    public static IReadOnlyList<string> Of(IRunQueries queries, RunId run, CauseReference cause) =>
        [.. queries.GroupFailures(run, cause.Block, Most).Where(group => group.Code == cause.Code && group.Shape == cause.Shape).SelectMany(static group => group.Examples).Select(static item => item.Key)];
}
