namespace Atelier.Storage.Workspace;

/// <summary>The tables of <c>workspace.db</c>, as <see cref="Sqlite.Schema"/> does it. Numbers of what can be removed are never given again (AUTOINCREMENT).</summary>
internal static class WorkspaceSchema
{
    /// <summary>Bytes of a page: an audit entry has about 200, and its indexes touch a page each.</summary>
    public const int PageSize = 2048;

    /// <summary>Statements that lead from version n to n + 1, by n. Released ones never change.</summary>
    public static IReadOnlyList<string> Steps { get; } = [People + Audit + Schedules, Acceptances];

    private const string Acceptances =
        "CREATE TABLE acceptances (run INTEGER, block INTEGER, code TEXT, shape TEXT, at INTEGER NOT NULL, by TEXT NOT NULL, note TEXT, PRIMARY KEY (run, block, code, shape)) WITHOUT ROWID";

    private const string People = """
        CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE, display_name TEXT NOT NULL, role INTEGER NOT NULL,
            created INTEGER NOT NULL, disabled INTEGER, seen INTEGER, must_change INTEGER NOT NULL, password TEXT NOT NULL);
        CREATE TABLE tokens (id INTEGER PRIMARY KEY AUTOINCREMENT, owner INTEGER NOT NULL, digest BLOB NOT NULL UNIQUE, name TEXT NOT NULL, scopes INTEGER NOT NULL,
            created INTEGER NOT NULL, expires INTEGER, used INTEGER, revoked INTEGER);
        CREATE INDEX tokens_owner ON tokens (owner);
        CREATE TABLE sessions (id INTEGER PRIMARY KEY AUTOINCREMENT, user INTEGER NOT NULL, digest BLOB NOT NULL UNIQUE, created INTEGER NOT NULL, seen INTEGER NOT NULL,
            address TEXT NOT NULL, agent TEXT NOT NULL);
        CREATE INDEX sessions_user ON sessions (user);

        """;

    private const string Audit = """
        CREATE TABLE audit (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, user INTEGER, name TEXT COLLATE NOCASE, token INTEGER, token_name TEXT, address TEXT,
            action TEXT NOT NULL, target TEXT, outcome INTEGER NOT NULL, status INTEGER NOT NULL, detail TEXT, request TEXT);
        CREATE INDEX audit_name ON audit (name, seq);
        CREATE INDEX audit_action ON audit (action, seq);
        CREATE INDEX audit_target ON audit (target, seq);

        """;

    private const string Schedules = """
        CREATE TABLE schedules (id INTEGER PRIMARY KEY AUTOINCREMENT, revision INTEGER NOT NULL, definition BLOB NOT NULL, state BLOB NOT NULL,
            created INTEGER NOT NULL, changed INTEGER NOT NULL, user INTEGER);
        CREATE TABLE hidden_workflows (name TEXT PRIMARY KEY, at INTEGER NOT NULL, user INTEGER) WITHOUT ROWID;

        """;
}
