using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Sqlite;

/// <summary>Writes outcomes with what they leave for later runs, and attempts.</summary>
internal sealed class StepTables(Database database, Names collections, Names paths)
{
    private readonly Statement _end = database.Prepare("INSERT INTO outcomes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    private readonly Statement _attempt = database.Prepare("INSERT OR REPLACE INTO attempts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    private readonly Statement _result = database.Prepare("INSERT OR REPLACE INTO results VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement _ledger = database.Prepare("INSERT OR REPLACE INTO ledger VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    private readonly Statement _artifact = database.Prepare("INSERT OR IGNORE INTO artifact_refs VALUES (?1, ?2)");

    public void End(RunId run, StepEnded ended)
    {
        _end.Bind(1, run.Value).Bind(2, ended.Scope.Value).Bind(3, ended.Step).Bind(4, ended.Drive).Bind(5, ended.Seq).Bind(6, ended.At)
            .Bind(7, (long)ended.Outcome).Bind(8, ended.Attempt).Bind(9, ended.Output).Bind(10, ended.Detail).Run();
        if (ended.Result is { } result)
        {
            _result.Bind(1, result.Fingerprint).Bind(2, (long)result.Outcome).Bind(3, result.Output).Bind(4, result.MadeBy).Bind(5, result.At).Run();
        }

        if (ended.Ledger is { } entry)
        {
            _ledger.Bind(1, collections.FindOrAdd(entry.Collection)).Bind(2, entry.Key).Bind(3, paths.FindOrAdd(entry.StepPath)).Bind(4, entry.Fingerprint)
                .Bind(5, entry.Parts).Bind(6, (long)entry.Outcome).Bind(7, entry.Output).Bind(8, entry.MadeBy).Bind(9, entry.At).Run();
        }

        for (var index = 0; index < ended.Artifacts.Count; index++)
        {
            _artifact.Bind(1, run.Value).Bind(2, Digests.ToBytes(ended.Artifacts[index])).Run();
        }
    }

    public void Attempt(RunId run, AttemptRecorded attempt) =>
        _attempt.Bind(1, run.Value).Bind(2, attempt.Scope.Value).Bind(3, attempt.Step).Bind(4, attempt.Drive).Bind(5, attempt.Attempt).Bind(6, attempt.Seq)
            .Bind(7, attempt.At).Bind(8, (long)attempt.State).Bind(9, attempt.Due).Bind(10, attempt.Detail).Run();
}
