using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Items as the store has them.</summary>
internal static class ItemRows
{
    public static BlockItem Of(ItemRow row)
    {
        var detail = row is { Failure: null, Failures.Count: 0, Reason: null } ? null : new OutcomeDetail
        {
            Failures = row.Failures.Count == 0 ? null : [.. row.Failures.Select(FailureRows.Of)],
            Failure = row.Failures.Count == 0 && row.Failure is { } failure ? FailureRows.FailureOf(failure) : null,
            Reason = row.Reason,
        };
        return new BlockItem(row.Ordinal, row.Key, RunRows.OutcomeOf(row.Outcome), JsonBytes.Of(row.Value), detail?.ToJson(), row.At?.ToUnixTimeMilliseconds() ?? 0, row.Drive);
    }
}
