using System.Collections.Concurrent;
using System.Globalization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Items;

/// <summary>
/// Pages of a block's items, whatever its size: by position from the store, by outcome and sorted from an index in memory that is read once. The work of a page is
/// bounded: one that looks for a text may be short and still say where the next begins.
/// </summary>
public sealed class ItemLists
{
    // A list that asks for an index waits so long for it; by outcome it then goes through the store.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private const int IndexFrom = 2_000;
    private const int Scan = 5_000;
    private const int MostGroups = 64;
    private readonly ConcurrentDictionary<(RunId Run, int Block, int Examples), (long Seq, IReadOnlyList<FailureGroup> Groups)> _groups = new();
    private readonly IRunQueries _queries;
    private readonly ItemIndexes _indexes;
    private readonly TimeProvider _time;

    internal ItemLists(IRunQueries queries, ItemIndexes indexes, TimeProvider time)
    {
        _queries = queries;
        _indexes = indexes;
        _time = time;
    }

    /// <summary>A page; null: there is no such block of items in the run.</summary>
    /// <exception cref="FormatException"><see cref="ItemQuery.After"/> comes from another list.</exception>
    public async Task<ItemList?> ReadAsync(RunId run, int block, ItemQuery query, CancellationToken cancellationToken)
    {
        if (_queries.FindBlock(run, block) is not { Source: > 0 } row)
        {
            return null;
        }

        var outer = new OuterBlock(row, _queries.FindSource(run, row.Source));
        var cursor = Cursor.Read(query);
        if (query.Sort != ItemSort.Ordinal || (query.Outcomes.Count > 0 && Known(outer) > IndexFrom))
        {
            var index = _indexes.Of(run, row);
            var building = index.BuildAsync(_queries);
            if (query.Sort == ItemSort.Ordinal)
            {
                await Task.WhenAny(building, Task.Delay(Patience, _time, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                await building.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (index.IsReady)
            {
                return Indexed(index, outer, query, cursor);
            }
        }

        return Scanned(run, outer, query, cursor);
    }

    /// <summary>Failed items of a block by cause, most frequent first, each with up to <paramref name="examples"/> of its first items.</summary>
    public async Task<IReadOnlyList<FailureGroup>> GroupAsync(RunId run, BlockRecorded block, int examples, CancellationToken cancellationToken)
    {
        if (block.Counts.Failed == 0)
        {
            return [];
        }

        if (_groups.TryGetValue((run, block.Block, examples), out var known) && known.Seq == block.Seq)
        {
            return known.Groups;
        }

        var groups = new FailureGroups(examples);
        var query = new ItemQuery { Outcomes = [Outcome.Failed], Limit = Scan };
        var index = _indexes.Of(run, block);
        await index.BuildAsync(_queries).WaitAsync(cancellationToken).ConfigureAwait(false);
        string? after = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = Indexed(index, new OuterBlock(block, _queries.FindSource(run, block.Source)), query, Cursor.Read(query with { After = after }));
            foreach (var item in page.Items)
            {
                groups.Add(item.Ordinal, _ => item.Key, item.Detail);
            }

            after = page.Next;
        }
        while (after is not null);
        if (_groups.Count >= MostGroups)
        {
            _groups.Clear();
        }

        return (_groups[(run, block.Block, examples)] = (block.Seq, groups.ToList())).Groups;
    }

    private static long Known(OuterBlock outer) => outer.Source?.Count ?? outer.Block.Opened;

    private static long Open(OuterBlock outer) => OrdinalSet.Decode(outer.Block.Open).LongCount() + Math.Max(0, Known(outer) - outer.Block.Opened);

    private ItemList Scanned(RunId run, OuterBlock outer, ItemQuery query, Cursor cursor)
    {
        var found = _queries.FindItems(run, outer.Block.Block, new ItemSearch
        {
            From = cursor.Position ?? query.From,
            Descending = query.Descending,
            Outcomes = query.Outcomes,
            FailedStep = query.FailedStep,
            Text = query.Text,
            Limit = query.Limit,
            Scan = Scan,
        });
        return new ItemList(outer, found.Items, found.Next is { } next ? Cursor.Write(ItemSort.Ordinal, 0, next) : null, Known(outer), Open(outer), Matched(outer, query));
    }

    private ItemList Indexed(BlockIndex index, OuterBlock outer, ItemQuery query, Cursor cursor)
    {
        var order = (cursor.Position is null ? null : index.Kept(query.Sort, cursor.Version)) ?? index.Order(_queries, query.Sort, outer.Block, Known(outer), _time.GetUtcNow().ToUnixTimeMilliseconds());
        var step = query.Descending ? -1 : 1;
        var position = First(order, query, cursor);
        var search = new ItemSearch { FailedStep = query.FailedStep, Text = query.Text };

        // One in a thousand may be wanted: what is passed over costs a look at a byte.
        var wanted = new bool[byte.MaxValue];
        foreach (var outcome in query.Outcomes.Count == 0 ? Enum.GetValues<Outcome>() : query.Outcomes)
        {
            wanted[(byte)outcome] = true;
        }

        var found = new List<BlockItem>();
        var looked = 0;
        while (position >= 0 && position < order.Ordinals.Length && found.Count < query.Limit && looked < Scan)
        {
            // As many as may still be wanted are read together.
            var chosen = new List<long>();
            var most = search.IsAll ? query.Limit - found.Count : Math.Min(100, Scan - looked);
            for (; chosen.Count < most && position >= 0 && position < order.Ordinals.Length; position += step)
            {
                if (wanted[order.Outcomes[position]])
                {
                    chosen.Add(order.Ordinals[position]);
                }
            }

            looked += chosen.Count;
            var read = _queries.ReadItems(index.Run, index.Block, chosen);
            for (var at = 0; at < read.Count; at++)
            {
                if (found.Count == query.Limit)
                {
                    // The page is full: the next one begins with this item.
                    position = Array.IndexOf(order.Ordinals, (int)read[at].Ordinal);
                    break;
                }

                if (search.Admits(read[at]))
                {
                    found.Add(read[at]);
                }
            }
        }

        var more = position >= 0 && position < order.Ordinals.Length;
        return new ItemList(outer, found, more ? Cursor.Write(query.Sort, order.Version, query.Sort == ItemSort.Ordinal ? order.Ordinals[position] : position) : null, Known(outer), Open(outer), Matched(outer, query));
    }

    private static int First(ItemOrder order, ItemQuery query, Cursor cursor)
    {
        if (query.Sort != ItemSort.Ordinal)
        {
            return (int)(cursor.Position ?? (query.Descending ? order.Ordinals.Length - 1 : 0));
        }

        if ((cursor.Position ?? query.From) is not { } ordinal)
        {
            return query.Descending ? order.Ordinals.Length - 1 : 0;
        }

        var place = Array.BinarySearch(order.Ordinals, (int)Math.Min(ordinal, int.MaxValue));
        return place >= 0 ? place : query.Descending ? ~place - 1 : ~place;
    }

    private static long? Matched(OuterBlock outer, ItemQuery query)
    {
        if (query.FailedStep is not null || query.Text is not null)
        {
            return null;
        }

        var counts = outer.Block.Counts;
        return query.Outcomes.Count == 0 ? counts.Ended + Open(outer) : query.Outcomes.Distinct().Sum(outcome => outcome switch
        {
            Outcome.Succeeded => counts.Succeeded,
            Outcome.Empty => counts.Empty,
            Outcome.Rejected => counts.Rejected,
            Outcome.Failed => counts.Failed,
            Outcome.Skipped => counts.Skipped,
            Outcome.Cancelled => counts.Cancelled,
            _ => Open(outer),
        });
    }

    /// <summary>Where a page begins: <c>o0.100</c> by position, <c>k7.100</c> in the order by key as it was after seven changes.</summary>
    private readonly record struct Cursor(long Version, long? Position)
    {
        public static Cursor Read(ItemQuery query)
        {
            if (query.After is not { } text)
            {
                return default;
            }

            var parts = text.Length < 2 || text[0] != Letter(query.Sort) ? [] : text[1..].Split('.');
            return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                ? new Cursor(version, position)
                : throw new FormatException($"`{text}` is not the `next` of this list");
        }

        public static string Write(ItemSort sort, long version, long position) => string.Create(CultureInfo.InvariantCulture, $"{Letter(sort)}{version}.{position}");

        private static char Letter(ItemSort sort) => sort switch
        {
            ItemSort.Key => 'k',
            ItemSort.Outcome => 'c',
            ItemSort.Time => 't',
            _ => 'o',
        };
    }
}
