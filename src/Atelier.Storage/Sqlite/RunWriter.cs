using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>
/// Writes groups of commits through one connection. A group is first written without savepoints; only when a part breaks a rule
/// is the transaction rolled back and written again with a savepoint each, which gives the same result and costs nothing until then.
/// </summary>
internal sealed class RunWriter
{
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _epoch;
    private readonly Names[] _names;
    private readonly RunTables _runs;
    private readonly StepTables _steps;
    private readonly ItemTables _items;
    private readonly CollectionTables _collections;
    private readonly HourTable _hours;

    public RunWriter(Database database)
    {
        Database = database;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _epoch = database.Prepare("SELECT value FROM meta WHERE name = 'epoch'");
        var workflows = new Names(
            database.Prepare("SELECT id FROM workflows WHERE digest = ?1"),
            database.Prepare("INSERT INTO workflows (digest, name, at) VALUES (?1, ?2, 0)"));
        var collections = new Names(
            database.Prepare("SELECT id FROM collections WHERE name = ?1"),
            database.Prepare("INSERT INTO collections (name) VALUES (?1)"));
        var paths = new Names(
            database.Prepare("SELECT id FROM paths WHERE path = ?1"),
            database.Prepare("INSERT INTO paths (path) VALUES (?1)"));
        _names = [workflows, collections, paths];
        _runs = new RunTables(database, workflows);
        _steps = new StepTables(database, collections, paths);
        _items = new ItemTables(database, collections);
        _collections = new CollectionTables(database, collections);
        _hours = new HourTable(database);
    }

    public Database Database { get; }

    /// <summary>Runs an action in a transaction of its own.</summary>
    public void Transact(Action action)
    {
        try
        {
            _begin.Run();
            action();
            _commit.Run();
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    /// <summary>Writes the parts; <paramref name="also"/> is written in the same transaction.</summary>
    public RunCommitResult[] Commit(IReadOnlyList<RunCommit> parts, Action? also)
    {
        var results = new RunCommitResult[parts.Count];
        try
        {
            Transact(() => Write(parts, results, also, savepoints: false));
        }
        catch (ConstraintException)
        {
            Transact(() => Write(parts, results, also, savepoints: true));
        }

        return results;
    }

    private void Write(IReadOnlyList<RunCommit> parts, RunCommitResult[] results, Action? also, bool savepoints)
    {
        also?.Invoke();
        _epoch.Step();
        var epoch = _epoch.Int64(0);
        _epoch.Reset();
        for (var index = 0; index < parts.Count; index++)
        {
            var part = parts[index];
            results[index] = part.Lease.Epoch != epoch ? RunCommitResult.Fenced : savepoints ? WriteWithSavepoint(part) : Write(part);
        }

        _hours.Write(parts, results);
    }

    private RunCommitResult WriteWithSavepoint(RunCommit part)
    {
        Database.Execute("SAVEPOINT part");
        try
        {
            var result = Write(part);
            Database.Execute("RELEASE part");
            return result;
        }
        catch (ConstraintException refused)
        {
            Database.Execute("ROLLBACK TO part; RELEASE part");
            Forget();
            return new RunCommitResult(RunCommitStatus.Failed, [], refused.Message);
        }
    }

    private RunCommitResult Write(RunCommit part)
    {
        var run = part.Lease.Run;
        List<BlockDoubles>? doubles = null;
        var rowIsCurrent = false;
        for (var index = 0; index < part.Records.Count; index++)
        {
            var record = part.Records[index];
            rowIsCurrent = record is RunCreated or RunChanged or RunRested or RunSpent;
            if (record is ItemsAdmitted admitted)
            {
                if (_collections.Admit(run, admitted) is { } found)
                {
                    (doubles ??= []).Add(found);
                }
            }
            else
            {
                Write(run, record);
            }
        }

        if (part.Records.Count > 0 && !rowIsCurrent)
        {
            Advance(run, part.Records[^1], part.Records[0] is RunCreated);
        }

        return doubles is null ? RunCommitResult.Committed : new RunCommitResult(RunCommitStatus.Committed, doubles);
    }

    // The sequence number of an outcome of the run's own body is found in its row, which every reader of a run's row reads too: so the most
    // frequent commit of a short run does not touch the run's row.
    private void Advance(RunId run, RunRecord last, bool created)
    {
        if (last is not StepEnded { Scope.Value: 0 })
        {
            _runs.Advance(run, last.Seq);
        }
        else if (!created && !_runs.Exists(run))
        {
            throw new ConstraintException($"run {run} does not exist");
        }
    }

    private void Write(RunId run, RunRecord record)
    {
        switch (record)
        {
            case StepEnded ended: _steps.End(run, ended); break;
            case BlockRecorded block: _items.Write(run, block); break;
            case RunCreated created: _runs.Create(run, created); break;
            case RunChanged changed: _runs.Change(run, changed); break;
            case RunSpent spent: _runs.Spend(run, spent); break;
            case RunRested rested: _runs.Rest(run, rested); break;
            case AttemptRecorded attempt: _steps.Attempt(run, attempt); break;
            case WaitOpened wait: _runs.Open(run, wait); break;
            case WaitClosed closed: _runs.Close(run, closed); break;
            case SignalReceived signal: _runs.Receive(run, signal); break;
            case SourceRecorded source: _items.Write(run, source); break;
            case PageRecorded page: _items.Write(run, page); break;
            case CollectionListed listed: _collections.MarkGone(run, listed); break;
            default: throw new ConstraintException($"{record.GetType().Name} is not a record of a run");
        }
    }

    private void RollBack()
    {
        Forget();
        if (!Database.IsAutocommit)
        {
            Database.Execute("ROLLBACK");
        }
    }

    private void Forget()
    {
        foreach (var names in _names)
        {
            names.Forget();
        }
    }
}
