using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads collections, and what runs hold.</summary>
internal sealed class CollectionReader(Database database)
{
    private readonly Statement _list = database.Prepare("""
        SELECT c.name, count(i.key) - count(i.gone), count(i.gone), ifnull(max(i.last_seen), 0)
        FROM collections c LEFT JOIN collection_items i ON i.collection = c.id GROUP BY c.id ORDER BY c.name
        """);

    private readonly Statement _items = database.Prepare("""
        SELECT key, digest, first_seen, last_seen, gone FROM collection_items
        WHERE collection = (SELECT id FROM collections WHERE name = ?1) AND key > ?2 ORDER BY key LIMIT ?3
        """);

    private readonly Statement _artifacts = database.Prepare("SELECT digest FROM artifact_refs WHERE run = ?1 AND digest > ?2 ORDER BY digest LIMIT ?3");
    private readonly Statement _size = database.Prepare("""
        SELECT (SELECT count(*) FROM outcomes WHERE run = ?1), (SELECT count(*) FROM rows WHERE run = ?1),
            (SELECT count(*) FROM artifact_refs WHERE run = ?1), (SELECT count(*) FROM logs WHERE run = ?1)
        """);

    public List<CollectionSummary> List()
    {
        var collections = new List<CollectionSummary>();
        while (_list.Step())
        {
            collections.Add(new CollectionSummary(_list.Text(0), _list.Int64(1), _list.Int64(2), _list.Int64(3)));
        }

        return collections;
    }

    public List<CollectionItem> Items(string collection, string? afterKey, int limit)
    {
        var items = new List<CollectionItem>();
        _items.Bind(1, collection).Bind(3, limit);

        // Any text, the empty one included, comes after a number.
        _ = afterKey is null ? _items.Bind(2, long.MinValue) : _items.Bind(2, afterKey);
        while (_items.Step())
        {
            items.Add(new CollectionItem(_items.Text(0), _items.Blob(1), _items.Int64(2), _items.Int64(3), _items.Int64OrNull(4)));
        }

        return items;
    }

    public List<string> Artifacts(RunId run, string? after, int limit)
    {
        var digests = new List<string>();
        _artifacts.Bind(1, run.Value).Bind(2, after is null ? [] : Digests.ToBytes(after)).Bind(3, limit);
        while (_artifacts.Step())
        {
            digests.Add(Digests.ToText(_artifacts.Span(0)));
        }

        return digests;
    }

    public RunSize Measure(RunId run)
    {
        _size.Bind(1, run.Value).Step();
        var size = new RunSize(_size.Int64(0), _size.Int64(1), _size.Int64(2), _size.Int64(3));
        _size.Reset();
        return size;
    }
}
