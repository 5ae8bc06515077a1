using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Artifacts;

/// <summary>
/// Artifacts between the body that wrote them and the commit that refers to them: small ones as bytes, to be written into the database by that very
/// commit, large ones by name. What no commit ever asks for is pushed out into files, oldest first.
/// </summary>
internal sealed class ArtifactCommits
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, byte[]?> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Size, byte[]? Content)> _committing = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];
    private long _bytes;

    /// <summary>Notes an artifact; null content: it lies in a file.</summary>
    public void Add(string digest, byte[]? content)
    {
        lock (_gate)
        {
            if (_committing.ContainsKey(digest) || !_written.TryAdd(digest, content))
            {
                return;
            }

            if (content is not null)
            {
                _bytes += content.Length;
                _order.Enqueue(digest);
            }
        }
    }

    /// <summary>Bytes that are not in the database yet; null: none, or in a file.</summary>
    public byte[]? Find(string digest)
    {
        lock (_gate)
        {
            return _written.TryGetValue(digest, out var content) ? content : _committing.TryGetValue(digest, out var entry) ? entry.Content : null;
        }
    }

    /// <summary>True for artifacts that a body of this process wrote and no commit has taken yet.</summary>
    public bool Contains(string digest)
    {
        lock (_gate)
        {
            return _written.ContainsKey(digest) || _committing.ContainsKey(digest);
        }
    }

    /// <summary>The oldest small artifact while they hold more than a bound; null: they do not. The caller stores it, then calls <see cref="Spilled"/>.</summary>
    public (string Digest, byte[] Content)? Oldest(long bound)
    {
        lock (_gate)
        {
            while (_bytes > bound && _order.TryDequeue(out var digest))
            {
                if (_written.TryGetValue(digest, out var content) && content is not null)
                {
                    return (digest, content);
                }
            }

            return null;
        }
    }

    /// <summary>A small artifact now lies in a file.</summary>
    public void Spilled(string digest)
    {
        lock (_gate)
        {
            if (_written.TryGetValue(digest, out var content) && content is not null)
            {
                _written[digest] = null;
                _bytes -= content.Length;
            }
        }
    }

    /// <summary>The next commit refers to an artifact. True: it is small and the commit itself makes it durable.</summary>
    public bool Take(string digest)
    {
        lock (_gate)
        {
            if (!_written.TryGetValue(digest, out var content) || content is null)
            {
                return _committing.TryGetValue(digest, out var entry) && entry.Content is not null;
            }

            _written.Remove(digest);
            _bytes -= content.Length;
            _committing[digest] = (content.Length, content);
            return true;
        }
    }

    /// <summary>A file has reached the disk; the next commit notes it.</summary>
    public void TakeFile(string digest, long size)
    {
        lock (_gate)
        {
            _written.Remove(digest);
            _committing[digest] = (size, null);
        }
    }

    /// <summary>Writes rows of all that was taken.</summary>
    public void Write(Database database, long at)
    {
        lock (_gate)
        {
            if (_committing.Count == 0)
            {
                return;
            }

            using var statement = database.Compile("""
                INSERT INTO artifacts (digest, size, at, content) VALUES (?1, ?2, ?3, ?4)
                ON CONFLICT DO UPDATE SET at = ?3, doomed = NULL, content = ifnull(content, ?4) WHERE doomed IS NOT NULL
                """);
            foreach (var (digest, (size, content)) in _committing)
            {
                statement.Bind(1, Digests.ToBytes(digest)).Bind(2, size).Bind(3, at).Bind(4, content).Run();
            }
        }
    }

    /// <summary>The commit went through.</summary>
    public void Committed()
    {
        lock (_gate)
        {
            _committing.Clear();
        }
    }

    /// <summary>True when the next commit has nothing to write. After a failed commit it still has.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _committing.Count == 0;
            }
        }
    }
}
