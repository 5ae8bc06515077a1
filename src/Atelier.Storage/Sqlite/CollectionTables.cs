using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>
/// Writes collections. An item's row holds who admitted it last, which is enough to find doubles while one block works on a collection; when
/// another one takes the item over, what the first had admitted is kept in <c>collection_claims</c> until that run ends.
/// </summary>
internal sealed class CollectionTables(Database database, Names collections)
{
    private readonly Statement _find = database.Prepare("SELECT run, block, ordinal FROM collection_items WHERE collection = ?1 AND key = ?2");
    private readonly Statement _add = database.Prepare("INSERT INTO collection_items VALUES (?1, ?2, ?3, ?4, ?4, NULL, ?5, ?6, ?7)");
    private readonly Statement _see = database.Prepare("UPDATE collection_items SET digest = ?3, last_seen = ?4, gone = NULL, run = ?5, block = ?6, ordinal = ?7 WHERE collection = ?1 AND key = ?2");
    private readonly Statement _claim = database.Prepare("INSERT OR REPLACE INTO collection_claims VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement _claimed = database.Prepare("SELECT ordinal FROM collection_claims WHERE run = ?1 AND block = ?2 AND collection = ?3 AND key = ?4");
    private readonly Statement _ended = database.Prepare("SELECT 1 FROM runs WHERE run = ?1 AND phase <> 3");
    private readonly Statement _gone = database.Prepare("""
        UPDATE collection_items SET gone = ?4 WHERE collection = ?1 AND key >= ?2 AND key < ?3 AND gone IS NULL AND NOT (run = ?5 AND block = ?6)
            AND NOT EXISTS (SELECT 1 FROM collection_claims c WHERE c.run = ?5 AND c.block = ?6 AND c.collection = ?1 AND c.key = collection_items.key)
        """);

    private long _asked;
    private bool _askedUnfinished;

    public BlockDoubles? Admit(RunId run, ItemsAdmitted admitted)
    {
        _asked = 0;
        var collection = collections.FindOrAdd(admitted.Collection);
        var doubles = new DoubleFinder(admitted.KeepLast);
        Prepare(_add, run, admitted, collection);
        Prepare(_see, run, admitted, collection);
        _find.Bind(1, collection);
        for (var index = 0; index < admitted.Items.Count; index++)
        {
            var item = admitted.Items[index];
            var key = admitted.KeyPrefix.Length == 0 ? item.Key : admitted.KeyPrefix + item.Key;
            var ordinal = admitted.FirstOrdinal + index;
            if (!_find.Bind(2, key).Step())
            {
                _add.Bind(2, key).Bind(3, item.Digest).Bind(7, ordinal).Run();
                continue;
            }

            var (lastRun, lastBlock, lastOrdinal) = (_find.Int64(0), _find.Int32(1), _find.Int64(2));
            _find.Reset();
            var mine = lastRun == run.Value && lastBlock == admitted.Block;
            var known = mine ? lastOrdinal : Claimed(run, admitted.Block, collection, key);
            if (doubles.Stays(ordinal, known))
            {
                if (!mine && IsUnfinished(lastRun))
                {
                    _claim.Bind(1, lastRun).Bind(2, lastBlock).Bind(3, collection).Bind(4, key).Bind(5, lastOrdinal).Run();
                }

                _see.Bind(2, key).Bind(3, item.Digest).Bind(7, ordinal).Run();
            }
        }

        return doubles.Any ? new BlockDoubles(admitted.Block, doubles.Superseded()) : null;
    }

    public void MarkGone(RunId run, CollectionListed listed) =>
        _gone.Bind(1, collections.FindOrAdd(listed.Collection)).Bind(2, listed.KeyPrefix).Bind(3, listed.KeyPrefix + "\U0010FFFF").Bind(4, listed.At)
            .Bind(5, run.Value).Bind(6, listed.Block).Run();

    private static void Prepare(Statement statement, RunId run, ItemsAdmitted admitted, long collection) =>
        statement.Bind(1, collection).Bind(4, admitted.At).Bind(5, run.Value).Bind(6, admitted.Block);

    private long? Claimed(RunId run, int block, long collection, string key)
    {
        if (!_claimed.Bind(1, run.Value).Bind(2, block).Bind(3, collection).Bind(4, key).Step())
        {
            return null;
        }

        var ordinal = _claimed.Int64(0);
        _claimed.Reset();
        return ordinal;
    }

    private bool IsUnfinished(long run)
    {
        if (_asked != run)
        {
            _askedUnfinished = _ended.Bind(1, run).Step();
            _ended.Reset();
            _asked = run;
        }

        return _askedUnfinished;
    }
}
