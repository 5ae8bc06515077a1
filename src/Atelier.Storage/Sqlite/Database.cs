using Atelier.Engine.Stores;
using SQLitePCL;

namespace Atelier.Storage.Sqlite;

/// <summary>One connection to a database file, used by one thread at a time. Statements prepared on it end with it.</summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly List<Statement> _statements = [];

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>False while a transaction is open.</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_handle) != 0;

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>Opens a file; <paramref name="create"/> makes it when it is missing.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public static Database Open(string path, bool create)
    {
        var flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX | (create ? raw.SQLITE_OPEN_CREATE : 0);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var database = new Database(handle, path);
        if (code != raw.SQLITE_OK)
        {
            var failure = database.Failure(code);
            database.Dispose();
            throw failure;
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, 5_000);
        return database;
    }

    /// <summary>Runs statements without parameters.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    /// <summary>The first column of the first row as a number; 0 when there is none.</summary>
    public long Scalar(string sql)
    {
        using var statement = Compile(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>Prepares a statement for the connection's life.</summary>
    public Statement Prepare(string sql)
    {
        var statement = Compile(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>What a result code means, with the connection's message.</summary>
    public Exception Failure(int code) => SqliteFailure.Of(code, raw.sqlite3_errmsg(_handle).utf8_to_string(), Path);

    /// <summary>Pages written to the log since the last call.</summary>
    public long TakePagesWritten()
    {
        const int CacheWrite = 9;
        _ = raw.sqlite3_db_status(_handle, CacheWrite, out var pages, out _, 1);
        return pages;
    }

    /// <summary>Copies pages of the log into the file without waiting for anybody. True: all of the log was copied.</summary>
    public bool Checkpoint(bool truncate)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, null, truncate ? raw.SQLITE_CHECKPOINT_TRUNCATE : raw.SQLITE_CHECKPOINT_PASSIVE, out var log, out var copied);
        return code == raw.SQLITE_OK && log == copied;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _handle.Dispose();
    }

    /// <summary>Prepares a statement that its user disposes of.</summary>
    public Statement Compile(string sql)
    {
        var code = raw.sqlite3_prepare_v2(_handle, sql, out var handle);
        return code == raw.SQLITE_OK ? new Statement(this, handle) : throw Failure(code);
    }
}
