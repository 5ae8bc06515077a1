using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Values;

/// <summary>Reads rows for expressions: from the store, and what the run itself has decided since.</summary>
internal sealed class StoreItemsReader(IRunStore store, PendingRecords? pending = null) : IItemsReader
{
    private const int PageRows = 1000;

    /// <inheritdoc />
    public CelValue[] ReadAll(ItemsValue items)
    {
        var values = new List<CelValue>((int)items.Rows);
        for (var from = 0L; ;)
        {
            var page = ReadPage(items, from, PageRows);
            values.AddRange(page.Select(static row => row.Value));
            if (page.Count < PageRows)
            {
                return [.. values];
            }

            from = page[^1].Ordinal + 1;
        }
    }

    /// <inheritdoc />
    public CelValue ReadOne(ItemsValue items, long ordinal) =>
        ReadPage(items, ordinal, 1) is [var row] ? row.Value : new CelErrorValue("ATL2112", $"row {ordinal} is no longer kept");

    /// <summary>Rows as a for_each sees them: of a block each is a map of key, outcome and value.</summary>
    public List<(long Ordinal, string Key, CelValue Value)> ReadPage(ItemsValue items, long from, int limit)
    {
        if (items.Block == 0)
        {
            var rows = store.ReadRows(items.Run, items.Source, from, limit);
            rows = pending?.Complete(items.Run, items.Source, from, limit, rows) ?? rows;
            return [.. rows.Select(static row => (row.Ordinal, row.Key, Parse(row.Value)))];
        }

        var ended = store.ReadItems(items.Run, items.Block, from, limit);
        ended = pending?.Complete(items.Run, items.Block, ended) ?? ended;
        return [.. ended.Select(static item => (item.Ordinal, item.Key, (CelValue)CelMap.Of(new Dictionary<string, CelValue>
        {
            ["key"] = new CelString(item.Key),
            ["outcome"] = new CelString(item.Outcome.ToText()),
            ["value"] = Parse(item.Output),
        })))];
    }

    private static CelValue Parse(byte[]? json) => json is null ? CelNull.Instance : CelJson.Read(json);
}
