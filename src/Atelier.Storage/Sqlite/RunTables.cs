using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Sqlite;

/// <summary>Writes a run's own row, its waits and signals.</summary>
internal sealed class RunTables(Database database, Names workflows)
{
    private readonly Statement _create = database.Prepare("INSERT INTO runs (run, workflow, phase, outcome, drive, seq, started, changed, resting, inputs, options, key) VALUES (?1, ?2, 0, 0, 0, ?3, ?4, ?4, 0, ?5, ?6, ?7)");
    private readonly Statement _change = database.Prepare("UPDATE runs SET phase = ?2, outcome = ?3, drive = ?4, seq = ?5, changed = ?6, output = ?7, errors = ?8, settling = ?9 WHERE run = ?1");
    private readonly Statement _rest = database.Prepare("UPDATE runs SET resting = ?2, wake = ?3, seq = ?4 WHERE run = ?1");
    private readonly Statement _spend = database.Prepare("UPDATE runs SET spending = ?2, seq = ?3 WHERE run = ?1");
    private readonly Statement _advance = database.Prepare("UPDATE runs SET seq = ?2 WHERE run = ?1");
    private readonly Statement _exists = database.Prepare("SELECT 1 FROM runs WHERE run = ?1");
    private readonly Statement _dropSignals = database.Prepare("DELETE FROM signals WHERE run = ?1");
    private readonly Statement _dropClaims = database.Prepare("DELETE FROM collection_claims WHERE run = ?1");
    private readonly Statement _open = database.Prepare("INSERT OR REPLACE INTO waits (run, scope, step, drive, seq, at, due, signal, key, person, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    private readonly Statement _close = database.Prepare("DELETE FROM waits WHERE run = ?1 AND scope = ?2 AND step = ?3");
    private readonly Statement _receive = database.Prepare("INSERT OR IGNORE INTO signals (run, name, key, id, seq, at, consumed, payload) VALUES (?1, ?2, ifnull(?3, 0), ?4, ?5, ?6, 0, ?7)");
    private readonly Statement _consume = database.Prepare("""
        UPDATE signals SET consumed = 1, payload = NULL WHERE run = ?1 AND (name, key, id) IN (
            SELECT s.name, s.key, s.id FROM signals s LEFT JOIN waits w ON w.run = ?1 AND w.scope = ?2 AND w.step = ?3
            WHERE s.run = ?1 AND s.id = ?4 AND s.consumed = 0 AND (w.signal IS NULL OR w.signal = s.name) AND (w.key IS NULL OR s.key = 0 OR w.key = s.key)
            ORDER BY s.seq LIMIT 1)
        """);

    public void Create(RunId run, RunCreated created)
    {
        var workflow = workflows.Find(created.WorkflowDigest) ?? workflows.Add(created.WorkflowDigest, created.WorkflowName);
        _create.Bind(1, run.Value).Bind(2, workflow).Bind(3, created.Seq).Bind(4, created.At)
            .Bind(5, created.Inputs).Bind(6, created.Options).Bind(7, created.IdempotencyKey).Run();
    }

    public void Change(RunId run, RunChanged changed)
    {
        _change.Bind(1, run.Value).Bind(2, (long)changed.Phase).Bind(3, (long)changed.Outcome).Bind(4, changed.Drive).Bind(5, changed.Seq)
            .Bind(6, changed.At).Bind(7, changed.Output).Bind(8, changed.Errors).Bind(9, changed.Settling).Run();
        MustExist(run);
        if (changed.Phase == RunPhase.Ended)
        {
            _dropSignals.Bind(1, run.Value).Run();
            _dropClaims.Bind(1, run.Value).Run();
        }
    }

    public void Rest(RunId run, RunRested rested)
    {
        _rest.Bind(1, run.Value).Bind(2, rested.Resting ? 1 : 0).Bind(3, rested.Wake).Bind(4, rested.Seq).Run();
        MustExist(run);
    }

    public void Spend(RunId run, RunSpent spent)
    {
        _spend.Bind(1, run.Value).Bind(2, spent.Spending).Bind(3, spent.Seq).Run();
        MustExist(run);
    }

    public void Advance(RunId run, long seq)
    {
        _advance.Bind(1, run.Value).Bind(2, seq).Run();
        MustExist(run);
    }

    public bool Exists(RunId run)
    {
        var found = _exists.Bind(1, run.Value).Step();
        _exists.Reset();
        return found;
    }

    public void Open(RunId run, WaitOpened wait) =>
        _open.Bind(1, run.Value).Bind(2, wait.Scope.Value).Bind(3, wait.Step).Bind(4, wait.Drive).Bind(5, wait.Seq).Bind(6, wait.At).Bind(7, wait.Due)
            .Bind(8, wait.Signal).Bind(9, wait.Key).Bind(10, wait.Person ? 1 : 0).Bind(11, wait.Detail).Run();

    public void Close(RunId run, WaitClosed closed)
    {
        if (closed.SignalId is not null)
        {
            _consume.Bind(1, run.Value).Bind(2, closed.Scope.Value).Bind(3, closed.Step).Bind(4, closed.SignalId).Run();
        }

        _close.Bind(1, run.Value).Bind(2, closed.Scope.Value).Bind(3, closed.Step).Run();
    }

    public void Receive(RunId run, SignalReceived signal) =>
        _receive.Bind(1, run.Value).Bind(2, signal.Name).Bind(3, signal.Key).Bind(4, signal.Id).Bind(5, signal.Seq).Bind(6, signal.At).Bind(7, signal.Payload).Run();

    private void MustExist(RunId run)
    {
        if (database.Changes == 0)
        {
            throw new ConstraintException($"run {run} does not exist");
        }
    }
}
