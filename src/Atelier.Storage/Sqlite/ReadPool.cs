using System.Collections.Concurrent;

namespace Atelier.Storage.Sqlite;

/// <summary>Connections for reading, each used by one thread at a time and kept for the next.</summary>
internal sealed class ReadPool<TReader>(string path, Func<Database, TReader> createReader) : IDisposable
{
    private const int Kept = 4;
    private readonly ConcurrentBag<(Database Database, TReader Reader)> _free = [];
    private volatile bool _disposed;

    public T Read<T>(Func<TReader, T> read)
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

    private (Database Database, TReader Reader) Open()
    {
        var database = Database.Open(path, create: false);
        database.Execute("PRAGMA query_only = 1; PRAGMA cache_size = -4096");
        return (database, createReader(database));
    }
}
