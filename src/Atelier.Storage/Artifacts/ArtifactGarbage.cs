using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Artifacts;

/// <summary>
/// Removes artifacts that nothing refers to, in two collections: the first dooms them, one at least <paramref name="grace"/> later removes those that are
/// still doomed. A body that writes a doomed one again takes the doom away. Nothing younger than a day is touched.
/// </summary>
internal sealed class ArtifactGarbage(ArtifactFiles files, ArtifactCommits commits, long now, TimeSpan grace)
{
    private static readonly TimeSpan Youngest = TimeSpan.FromDays(1);
    private readonly long _oldEnough = now - (long)Youngest.TotalMilliseconds;
    private readonly Dictionary<string, long> _removed = new(StringComparer.Ordinal);
    private long _doomed;

    /// <summary>Within a transaction of the writer.</summary>
    public void Mark(Database database, LiveDigests live)
    {
        using var candidates = database.Compile("SELECT digest, size, doomed FROM artifacts WHERE at < ?1");
        using var doom = database.Compile("UPDATE artifacts SET doomed = ?2 WHERE digest = ?1");
        using var remove = database.Compile("DELETE FROM artifacts WHERE digest = ?1");
        var unreferenced = new List<(byte[] Digest, long Size, long? Doomed)>();
        candidates.Bind(1, _oldEnough);
        while (candidates.Step())
        {
            if (!live.Contains(candidates.Span(0)))
            {
                unreferenced.Add((candidates.Blob(0), candidates.Int64(1), candidates.Int64OrNull(2)));
            }
        }

        foreach (var (digest, size, doomed) in unreferenced)
        {
            var text = Digests.ToText(digest);
            if (commits.Contains(text))
            {
                continue;
            }

            if (doomed is null)
            {
                doom.Bind(1, digest).Bind(2, now).Run();
                _doomed++;
            }
            else if (doomed <= now - (long)grace.TotalMilliseconds)
            {
                remove.Bind(1, digest).Run();
                _removed.Add(text, size);
            }
        }

        DoomStrays(database, live);
    }

    /// <summary>After that transaction: a crash in between leaves files that a later collection finds as strays.</summary>
    public GarbageReport RemoveFiles()
    {
        foreach (var digest in _removed.Keys)
        {
            if (!commits.Contains(digest))
            {
                files.Delete(digest);
            }
        }

        return new GarbageReport(_doomed, _removed.Count, _removed.Values.Sum());
    }

    // Files that no commit ever noted: of attempts that failed, or from before a crash.
    private void DoomStrays(Database database, LiveDigests live)
    {
        using var add = database.Compile("INSERT OR IGNORE INTO artifacts (digest, size, at, doomed) VALUES (?1, ?2, ?3, ?4)");
        foreach (var (digest, file) in files.All())
        {
            var at = new DateTimeOffset(file.LastWriteTimeUtc).ToUnixTimeMilliseconds();
            var bytes = Digests.ToBytes(digest);
            if (at < _oldEnough && !live.Contains(bytes) && !commits.Contains(digest) && !_removed.ContainsKey(digest))
            {
                add.Bind(1, bytes).Bind(2, file.Length).Bind(3, at).Bind(4, now).Run();
                _doomed += database.Changes;
            }
        }
    }
}
