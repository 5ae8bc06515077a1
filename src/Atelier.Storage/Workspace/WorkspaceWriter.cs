using System.Threading.Channels;
using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Workspace;

/// <summary>
/// Writes changes in groups through one connection: what was asked for while the last commit was under way goes into the next, with a savepoint each, and a task ends
/// when the commit that covers it has returned. Its own file and its own writer, so that no run waits for an audit entry.
/// </summary>
internal sealed class WorkspaceWriter : IDisposable
{
    private const int GroupSize = 1_000;
    private const long CheckpointPages = 4L * 1024 * 1024 / WorkspaceSchema.PageSize;
    private readonly string _path;
    private readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _writing = new();
    private readonly Checkpointer _checkpoints;
    private readonly Task _ending;
    private WorkspaceConnection? _connection;
    private long _pagesSinceCheckpoint;

    public WorkspaceWriter(string path)
    {
        _path = path;
        _connection = Open();
        _checkpoints = new Checkpointer(path, _writing);
        _ending = Task.Run(WriteAsync);
    }

    /// <summary>Makes a change; its answer comes when it is durable.</summary>
    /// <exception cref="StoreException">It was not written, or nobody knows.</exception>
    public async Task<T> WriteAsync<T>(Func<WorkspaceConnection, T> work)
    {
        T? result = default;
        var change = new Change(connection => result = work(connection));
        ObjectDisposedException.ThrowIf(!_changes.Writer.TryWrite(change), this);
        await change.Done.Task.ConfigureAwait(false);
        return result!;
    }

    /// <summary>Makes a change with the next commit, and does not tell whether that went well.</summary>
    public void WriteSoon(Action<WorkspaceConnection> work)
    {
        var change = new Change(work);
        if (_changes.Writer.TryWrite(change))
        {
            // Its failure is looked at here, so that nobody reports it as forgotten.
            change.Done.Task.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_changes.Writer.TryComplete())
        {
            return;
        }

        _ending.Wait();
        _checkpoints.Dispose();
        _connection?.Database.Dispose();
    }

    private async Task WriteAsync()
    {
        var group = new List<Change>(GroupSize);
        while (await _changes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (group.Count < GroupSize && _changes.Reader.TryRead(out var change))
            {
                group.Add(change);
            }

            lock (_writing)
            {
                Write(group);
            }

            group.Clear();
        }
    }

    private void Write(List<Change> group)
    {
        try
        {
            var connection = _connection ??= Open();
            connection.Of("BEGIN IMMEDIATE").Run();
            foreach (var change in group)
            {
                change.Run(connection);
            }

            connection.Of("COMMIT").Run();
            if ((_pagesSinceCheckpoint += connection.Database.TakePagesWritten()) > CheckpointPages)
            {
                _pagesSinceCheckpoint = 0;
                _checkpoints.Want();
            }
        }
        catch (Exception exception)
        {
            // Nobody knows what the connection still holds: the next group opens the file anew and reads what is there.
            _connection?.Database.Dispose();
            _connection = null;
            group.ForEach(change => change.Done.TrySetException(exception));
            return;
        }

        group.ForEach(static change => change.Done.TrySetResult());
    }

    private WorkspaceConnection Open() => new(WorkspaceFile.Open(_path));

    /// <summary>One change on its way.</summary>
    private sealed class Change(Action<WorkspaceConnection> work)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Runs in a savepoint: one that breaks a rule takes only itself back.</summary>
        public void Run(WorkspaceConnection connection)
        {
            connection.Of("SAVEPOINT change").Run();
            try
            {
                work(connection);
                connection.Of("RELEASE change").Run();
            }
            catch (ConstraintException exception)
            {
                connection.Database.Execute("ROLLBACK TO change; RELEASE change");
                Done.TrySetException(new StoreException("ATL3008", $"{connection.Database.Path}: {exception.Message}", retry: false, exception));
            }
        }
    }
}
