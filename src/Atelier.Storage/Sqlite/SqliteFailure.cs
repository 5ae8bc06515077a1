using Atelier.Engine.Stores;
using SQLitePCL;

namespace Atelier.Storage.Sqlite;

/// <summary>What result codes of SQLite mean for a home.</summary>
internal static class SqliteFailure
{
    /// <summary>A broken rule of the schema becomes a <see cref="ConstraintException"/>, anything else a <see cref="StoreException"/>.</summary>
    public static Exception Of(int code, string message, string path) => (code & 0xFF) switch
    {
        raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH => new ConstraintException(message),
        raw.SQLITE_FULL => new StoreException("ATL3005", $"the disk is full: {path} cannot grow ({message}); free some space, nothing recorded is lost", retry: true),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreException("ATL3006", $"{path} is busy: another process writes to it ({message})", retry: true),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => ReadOnly(path, message),
        raw.SQLITE_CANTOPEN => CannotOpen(path, message),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Corrupt(path, message),
        raw.SQLITE_IOERR => new StoreException("ATL3007", $"{path} could not be read or written ({message}, SQLite code {code})", retry: true),
        _ => new StoreException("ATL3008", $"{path}: {message} (SQLite code {code})", retry: false),
    };

    public static StoreException Corrupt(string path, string message) =>
        new("ATL3003", $"{path} is damaged or is no database ({message}); restore it from a backup, or move it away to begin anew", retry: false);

    public static StoreException Newer(string path, long version, int known) =>
        new("ATL3004", $"{path} was written by a newer version of Atelier (schema {version}, this one knows {known}); use that version", retry: false);

    private static StoreException ReadOnly(string path, string message) =>
        new("ATL3002", $"{path} cannot be written ({message}); give this user write access to the folder, or choose another home", retry: false);

    private static StoreException CannotOpen(string path, string message) =>
        new("ATL3002", $"{path} cannot be opened ({message}); check that the folder exists and that this user may write to it", retry: false);
}
