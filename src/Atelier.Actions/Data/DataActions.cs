using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>The family that reads and writes rows.</summary>
internal static class DataActions
{
    public static IReadOnlyList<IAction> All() =>
    [
        new JoinAction(),
        new ReadCsvAction(),
        new ReadJsonAction(),
        new ReadJsonLinesAction(),
        new SqlQueryAction(),
        new SqlUpsertAction(),
        new WriteCsvAction(),
        new WriteJsonLinesAction(),
    ];
}
