using System.Collections.Concurrent;

namespace Atelier.Storage.Sqlite;

/// <summary>Connections for reading, each used by one thread at a time and kept for the next.</summary>
internal sealed class ReadPool(string path) : IDisposable
{
    private const int Kept = 4;
    private readonly ConcurrentBag<(Database Database, RunReader Reader)> _free = [];
    private volatile bool _disposed;

    public T Read<T>(Func<RunReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var connection = _free.TryTake(out var free) ? free : Open();
        var usable = false;
        try
        {
            var result = read(connection.Reader);
            usable = true;
            return result;
        }
        finally
        {
            if (usable && _free.Count < Kept && !_disposed)
            {
                _free.Add(connection);
            }
            else
            {
                connection.Database.Dispose();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed = true;
        while (_free.TryTake(out var free))
        {
            free.Database.Dispose();
        }
    }

    private (Database Database, RunReader Reader) Open()
    {
        var database = Database.Open(path, create: false);
        database.Execute("PRAGMA query_only = 1; PRAGMA cache_size = -4096");
        return (database, new RunReader(database));
    }
}
