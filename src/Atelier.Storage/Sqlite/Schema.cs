namespace Atelier.Storage.Sqlite;

/// <summary>
/// The tables. Everything hot has integer keys and its key as the table itself (WITHOUT ROWID); absent values are NULL, which costs
/// a byte. The version stands in <c>user_version</c>; a step of <see cref="Steps"/> leads from each version to the next.
/// </summary>
internal static class Schema
{
    /// <summary>Statements that lead from version n to n + 1, by n. Released ones never change.</summary>
    public static IReadOnlyList<string> Steps { get; } = [RunTables + ItemTables + OtherTables, SpendingOfRuns, WhatPeopleLookFor, FilesByDigest];

    /// <summary>The version that this program writes.</summary>
    public static int Version => Steps.Count;

    private const string SpendingOfRuns = "ALTER TABLE runs ADD COLUMN spending BLOB";

    // A linked artifact is asked for by its digest. Sixteen digits tell files apart; the rest is compared.
    private const string FilesByDigest = "CREATE INDEX file_digests_digest ON file_digests (substr(digest, 8, 16))";

    // Lists and counters of a server; none of them is on outcomes. A run's start and end write one entry each, a commit one row of hours.
    private const string WhatPeopleLookFor = """
        CREATE INDEX workflows_name ON workflows (name, at, digest);
        CREATE INDEX runs_workflow ON runs (workflow, run);
        CREATE INDEX runs_ended ON runs (changed, outcome) WHERE phase = 3;
        CREATE INDEX waits_person ON waits (run, scope, step) WHERE person = 1;
        CREATE INDEX attempts_parked ON attempts (run, scope, step, drive) WHERE state = 3;
        CREATE TABLE hours (hour INTEGER, of_items INTEGER, succeeded INTEGER NOT NULL, empty INTEGER NOT NULL, rejected INTEGER NOT NULL, failed INTEGER NOT NULL,
            skipped INTEGER NOT NULL, cancelled INTEGER NOT NULL, PRIMARY KEY (hour, of_items)) WITHOUT ROWID;

        """;

    private const string RunTables = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        INSERT INTO meta VALUES ('epoch', 0), ('last_run', 0);
        CREATE TABLE workflows (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, name TEXT NOT NULL, label TEXT, file TEXT, sources BLOB, at INTEGER NOT NULL);
        CREATE TABLE runs (run INTEGER PRIMARY KEY, workflow INTEGER NOT NULL, phase INTEGER NOT NULL, outcome INTEGER NOT NULL, drive INTEGER NOT NULL,
            seq INTEGER NOT NULL, started INTEGER NOT NULL, changed INTEGER NOT NULL, resting INTEGER NOT NULL, wake INTEGER,
            inputs BLOB NOT NULL, options BLOB, output BLOB, errors BLOB, settling BLOB, key TEXT);
        CREATE INDEX runs_unfinished ON runs (run) WHERE phase <> 3;
        CREATE UNIQUE INDEX runs_key ON runs (key) WHERE key IS NOT NULL;
        CREATE TABLE outcomes (run INTEGER, scope INTEGER, step INTEGER, drive INTEGER, seq INTEGER NOT NULL, at INTEGER NOT NULL,
            outcome INTEGER NOT NULL, attempt INTEGER NOT NULL, output BLOB, detail BLOB, PRIMARY KEY (run, scope, step, drive)) WITHOUT ROWID;
        CREATE TABLE attempts (run INTEGER, scope INTEGER, step INTEGER, drive INTEGER, attempt INTEGER, seq INTEGER NOT NULL, at INTEGER NOT NULL,
            state INTEGER NOT NULL, due INTEGER, detail BLOB, PRIMARY KEY (run, scope, step, drive, attempt)) WITHOUT ROWID;
        CREATE TABLE waits (run INTEGER, scope INTEGER, step INTEGER, drive INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, due INTEGER,
            signal TEXT, key TEXT, person INTEGER NOT NULL, detail BLOB, PRIMARY KEY (run, scope, step)) WITHOUT ROWID;
        CREATE TABLE signals (run INTEGER, name TEXT, key, id TEXT, seq INTEGER NOT NULL, at INTEGER NOT NULL, consumed INTEGER NOT NULL, payload BLOB,
            PRIMARY KEY (run, name, key, id)) WITHOUT ROWID;

        """;

    private const string ItemTables = """
        CREATE TABLE blocks (run INTEGER, block INTEGER, seq INTEGER NOT NULL, scope INTEGER NOT NULL, step INTEGER NOT NULL, drive INTEGER NOT NULL,
            kind INTEGER NOT NULL, sequence INTEGER NOT NULL, source INTEGER NOT NULL, collection INTEGER, closed INTEGER NOT NULL,
            succeeded INTEGER NOT NULL, empty INTEGER NOT NULL, rejected INTEGER NOT NULL, failed INTEGER NOT NULL, skipped INTEGER NOT NULL,
            cancelled INTEGER NOT NULL, opened INTEGER NOT NULL, open BLOB, set_hash BLOB, detail BLOB, PRIMARY KEY (run, block)) WITHOUT ROWID;
        CREATE INDEX blocks_open ON blocks (run, block) WHERE closed = 0;
        CREATE INDEX blocks_step ON blocks (run, scope, step, block);
        CREATE TABLE sources (run INTEGER, source INTEGER, seq INTEGER NOT NULL, scope INTEGER NOT NULL, step INTEGER NOT NULL, shares INTEGER NOT NULL,
            count INTEGER NOT NULL, cursor TEXT, done INTEGER NOT NULL, total INTEGER, set_hash BLOB, PRIMARY KEY (run, source)) WITHOUT ROWID;
        CREATE TABLE rows (run INTEGER, source INTEGER, ordinal INTEGER, key TEXT NOT NULL, value BLOB, PRIMARY KEY (run, source, ordinal)) WITHOUT ROWID;
        CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE collection_items (collection INTEGER, key TEXT, digest BLOB NOT NULL, first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL,
            gone INTEGER, run INTEGER NOT NULL, block INTEGER NOT NULL, ordinal INTEGER NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID;
        CREATE TABLE collection_claims (run INTEGER, block INTEGER, collection INTEGER, key TEXT, ordinal INTEGER NOT NULL,
            PRIMARY KEY (run, block, collection, key)) WITHOUT ROWID;

        """;

    private const string OtherTables = """
        CREATE TABLE paths (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
        CREATE TABLE results (fingerprint BLOB PRIMARY KEY, outcome INTEGER NOT NULL, output BLOB, made_by TEXT, at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE ledger (collection INTEGER, key TEXT, path INTEGER, fingerprint BLOB NOT NULL, parts BLOB NOT NULL, outcome INTEGER NOT NULL,
            output BLOB, made_by TEXT, at INTEGER NOT NULL, PRIMARY KEY (collection, key, path)) WITHOUT ROWID;
        CREATE TABLE artifacts (digest BLOB PRIMARY KEY, size INTEGER NOT NULL, at INTEGER NOT NULL, doomed INTEGER, content BLOB);
        CREATE TABLE artifact_refs (run INTEGER, digest BLOB, PRIMARY KEY (run, digest)) WITHOUT ROWID;
        CREATE TABLE file_digests (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
            digest TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE logs (run INTEGER, number INTEGER, scope INTEGER NOT NULL, step INTEGER NOT NULL, attempt INTEGER NOT NULL,
            level INTEGER NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (run, number)) WITHOUT ROWID;
        CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

        """;
}
