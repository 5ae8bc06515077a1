using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Digests of files that the next commit writes along: they need not be durable at once, so they cost no sync of their own.</summary>
internal sealed class FileDigests
{
    private readonly Lock _gate = new();
    private Dictionary<string, (FileStamp Stamp, string Digest)> _pending = new(StringComparer.Ordinal);
    private Dictionary<string, (FileStamp Stamp, string Digest)>? _writing;

    public bool HasPending
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count > 0;
            }
        }
    }

    public void Add(IReadOnlyList<(FileStamp Stamp, string Digest)> digests)
    {
        lock (_gate)
        {
            foreach (var entry in digests)
            {
                _pending[entry.Stamp.Path] = entry;
            }
        }
    }

    /// <summary>True: the file is among those not yet in the table; the digest is null when its stamp differs.</summary>
    public bool TryFind(FileStamp stamp, out string? digest)
    {
        lock (_gate)
        {
            digest = null;
            if (!_pending.TryGetValue(stamp.Path, out var entry) && (_writing is null || !_writing.TryGetValue(stamp.Path, out entry)))
            {
                return false;
            }

            digest = entry.Stamp == stamp ? entry.Digest : null;
            return true;
        }
    }

    public IReadOnlyCollection<(FileStamp Stamp, string Digest)> TakePending()
    {
        lock (_gate)
        {
            if (_pending.Count == 0)
            {
                return [];
            }

            _writing = _pending;
            _pending = new Dictionary<string, (FileStamp, string)>(StringComparer.Ordinal);
            return _writing.Values;
        }
    }

    public void Written()
    {
        lock (_gate)
        {
            _writing = null;
        }
    }

    public void PutBack(IReadOnlyCollection<(FileStamp Stamp, string Digest)> entries)
    {
        lock (_gate)
        {
            foreach (var entry in entries)
            {
                _pending.TryAdd(entry.Stamp.Path, entry);
            }

            _writing = null;
        }
    }

    public static void Write(Database database, IEnumerable<(FileStamp Stamp, string Digest)> entries)
    {
        using var statement = database.Compile("INSERT OR REPLACE INTO file_digests VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        foreach (var (stamp, digest) in entries)
        {
            statement.Bind(1, stamp.Path).Bind(2, stamp.Size).Bind(3, stamp.ModifiedTicks).Bind(4, stamp.ChangedTicks).Bind(5, stamp.Inode).Bind(6, digest).Run();
        }
    }
}
