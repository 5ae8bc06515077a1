namespace Atelier.Storage.Sqlite;

/// <summary>
/// Copies the log into the database on a thread and a connection of its own, so that commits do not wait for it. While commits go on the log never
/// gets wholly copied, so the last few pages are copied with the writer held: then the log begins anew instead of growing.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private readonly Database _database;
    private readonly Lock _writer;
    private readonly AutoResetEvent _wanted = new(initialState: false);
    private readonly Thread _thread;
    private volatile bool _ending;

    public Checkpointer(string path, Lock writer)
    {
        _database = Database.Open(path, create: false);
        _writer = writer;
        _thread = new Thread(Run) { IsBackground = true, Name = "atelier checkpoints" };
        _thread.Start();
    }

    /// <summary>Asks for a checkpoint; returns at once.</summary>
    public void Want() => _wanted.Set();

    /// <inheritdoc />
    public void Dispose()
    {
        if (_ending)
        {
            return;
        }

        _ending = true;
        _wanted.Set();
        _thread.Join();
        _wanted.Dispose();
        _database.Dispose();
    }

    private void Run()
    {
        while (_wanted.WaitOne() && !_ending)
        {
            if (!_database.Checkpoint(truncate: false))
            {
                lock (_writer)
                {
                    _database.Checkpoint(truncate: false);
                }
            }
        }
    }
}
