using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Removes a run by portions of a transaction each; its own row goes last, so that what a crash left can be removed later.</summary>
internal sealed class RunRemoval(RunWriter writer)
{
    private const int RowsAPortion = 10_000;

    // Tables that grow with a run, and the keys of their rows within it.
    private static readonly (string Table, string Key)[] Large =
        [("outcomes", "scope, step, drive"), ("attempts", "scope, step, drive, attempt"), ("rows", "source, ordinal"), ("artifact_refs", "digest"), ("logs", "number"), ("blocks", "block")];

    private static readonly string[] Small = ["waits", "signals", "sources", "collection_claims", "runs"];

    /// <summary>Removes some rows. More: there are others.</summary>
    public (RunCommitStatus Status, bool More) Portion(RunLease lease)
    {
        var result = (RunCommitStatus.Committed, true);
        writer.Transact(() => result = Remove(lease));
        return result;
    }

    private (RunCommitStatus Status, bool More) Remove(RunLease lease)
    {
        var database = writer.Database;
        if (database.Scalar("SELECT value FROM meta WHERE name = 'epoch'") != lease.Epoch)
        {
            return (RunCommitStatus.Fenced, false);
        }

        if (database.Scalar($"SELECT count(*) FROM runs WHERE run = {lease.Run.Value} AND phase = 3") == 0)
        {
            return (RunCommitStatus.Failed, false);
        }

        foreach (var (table, key) in Large)
        {
            database.Execute($"DELETE FROM {table} WHERE run = {lease.Run.Value} AND ({key}) IN (SELECT {key} FROM {table} WHERE run = {lease.Run.Value} LIMIT {RowsAPortion})");
            if (database.Changes == RowsAPortion)
            {
                return (RunCommitStatus.Committed, true);
            }
        }

        database.Execute($"UPDATE meta SET value = max(value, {lease.Run.Value}) WHERE name = 'last_run'");
        foreach (var table in Small)
        {
            database.Execute($"DELETE FROM {table} WHERE run = {lease.Run.Value}");
        }

        return (RunCommitStatus.Committed, false);
    }
}
