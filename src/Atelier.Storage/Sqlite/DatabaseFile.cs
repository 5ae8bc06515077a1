using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Opens the database of a home for writing and brings its schema up to date.</summary>
internal static class DatabaseFile
{
    /// <summary>
    /// Bytes of a page. A commit writes whole pages, and 64 runs at work touch one each: measured with 32 of them, 4,096 cost 1,390 bytes an outcome, 2,048 cost
    /// 1,060, 1,024 cost 870 but a third of the rate.
    /// </summary>
    public const int PageSize = 2048;

    /// <summary>Opens the database of runs. Everything is durable on return.</summary>
    /// <exception cref="StoreException">ATL3002 to ATL3008.</exception>
    public static Database Open(string path, int pageSize = PageSize) => Open(path, pageSize, Schema.Steps);

    /// <summary>Opens, checks and migrates along the given steps.</summary>
    /// <exception cref="StoreException">ATL3002 to ATL3008.</exception>
    public static Database Open(string path, int pageSize, IReadOnlyList<string> steps)
    {
        var database = Database.Open(path, create: true);
        try
        {
            database.Execute($"PRAGMA page_size = {pageSize}");
            database.Execute("PRAGMA journal_mode = WAL");
            database.Execute("PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384");
            Migrate(database, steps);
            return database;
        }
        catch (ConstraintException exception)
        {
            database.Dispose();
            throw SqliteFailure.Corrupt(path, exception.Message);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Checks a database that is only read.</summary>
    /// <exception cref="StoreException">ATL3002 missing or not readable, ATL3003 damaged, ATL3004 newer version.</exception>
    public static void CheckReadable(string path)
    {
        using var database = Database.Open(path, create: false);
        var version = database.Scalar("PRAGMA user_version");
        if (version > Schema.Version)
        {
            throw SqliteFailure.Newer(path, version, Schema.Version);
        }

        if (version < Schema.Version)
        {
            throw new StoreException("ATL3010", $"{path} was written by an older version of Atelier; a command that changes something, such as `resume`, brings it up to date", retry: false);
        }
    }

    private static void Migrate(Database database, IReadOnlyList<string> steps)
    {
        var version = database.Scalar("PRAGMA user_version");
        if (version > steps.Count)
        {
            throw SqliteFailure.Newer(database.Path, version, steps.Count);
        }

        if (version == 0 && database.Scalar("SELECT count(*) FROM sqlite_schema") > 0)
        {
            throw SqliteFailure.Corrupt(database.Path, "it holds tables of something else");
        }

        for (; version < steps.Count; version++)
        {
            database.Execute("BEGIN IMMEDIATE");
            database.Execute(steps[(int)version]);
            database.Execute($"PRAGMA user_version = {version + 1}");
            database.Execute("COMMIT");
        }
    }
}
