using System.Text;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Stores.Memory;
using Atelier.Hosting.Items;
using Atelier.Sdk;

namespace Atelier.Hosting.Tests.Items;

/// <summary>A block of 3,000 items: every hundredth failed, the last ten are open, and keys run against positions.</summary>
public class ItemListTests
{
    private const int Count = 3_000;
    private const int Ended = Count - 10;
    private static readonly RunId Run = new(1);
    private readonly FakeTime _time = new();
    private readonly MemoryRunStore _store;
    private readonly ItemIndexes _indexes = new();
    private readonly ItemLists _lists;
    private readonly long _epoch;
    private long _seq;

    public ItemListTests()
    {
        _store = new MemoryRunStore(_time);
        _epoch = _store.TakeOwnership();
        _lists = new ItemLists(new MemoryRunQueries(_store.Home), _indexes, _time);
        Commit(
        [
            new RunCreated { Seq = ++_seq, WorkflowDigest = "d", WorkflowName = "many", Inputs = "{}"u8.ToArray(), At = 1 },
            new SourceRecorded { Seq = ++_seq, Source = 1, Scope = ScopeId.Root, Step = 0, Count = Count, Done = true },
            new PageRecorded { Seq = ++_seq, Source = 1, FirstOrdinal = 0, Rows = [.. Enumerable.Range(0, Count).Select(static number => new RowRecord(Key(number), "1"u8.ToArray()))] },
            .. Enumerable.Range(0, Ended).Select(number => End(number, number % 100 == 99 ? Outcome.Failed : Outcome.Succeeded)),
            Block(failed: Ended / 100, open: [.. Enumerable.Range(Ended, 10).Select(static number => (long)number)]),
        ]);
    }

    [Fact]
    public async Task ReadAsync_ByOutcome_GivesEveryOneOnceFromAnyPosition()
    {
        var found = await AllAsync(new ItemQuery { Outcomes = [Outcome.Failed], Limit = 7 });
        var page = await _lists.ReadAsync(Run, 1, new ItemQuery { Outcomes = [Outcome.Failed, Outcome.None], From = 2_850, Limit = 4 }, default);

        Assert.Equal(Enumerable.Range(1, Ended / 100).Select(static number => (number * 100L) - 1), found);
        Assert.Equal([2_899L, 2_990, 2_991, 2_992], page!.Items.Select(static item => item.Ordinal));
        Assert.Equal((Count, 10L, 29L + 10), (page.Known, page.Open, page.Matched));
    }

    [Fact]
    public async Task ReadAsync_Sorted_GivesEveryOneInOrderBothWays()
    {
        var byKey = await AllAsync(new ItemQuery { Sort = ItemSort.Key, Limit = 500 });
        var byTime = await AllAsync(new ItemQuery { Sort = ItemSort.Time, Descending = true, Outcomes = [Outcome.Succeeded], Limit = 500 });
        var byOutcome = await AllAsync(new ItemQuery { Sort = ItemSort.Outcome, Limit = 500 });

        Assert.Equal(Enumerable.Range(0, Count).Reverse().Select(static number => (long)number), byKey);
        Assert.Equal(Enumerable.Range(0, Ended).Where(static number => number % 100 != 99).Reverse().Select(static number => (long)number), byTime);
        Assert.Equal(Enumerable.Range(Ended, 10).Select(static number => (long)number), byOutcome.Take(10));
        Assert.Equal(Count, byOutcome.Distinct().Count());
    }

    [Fact]
    public async Task ReadAsync_ForAText_ComesToAllInTheEndThoughPagesAreShort()
    {
        var found = await AllAsync(new ItemQuery { Text = Key(5)[^4..], Limit = 3 });
        var sorted = await AllAsync(new ItemQuery { Text = "item-000", Sort = ItemSort.Key, Outcomes = [Outcome.Succeeded, Outcome.Failed, Outcome.None], Limit = 4 });

        Assert.Contains(5L, found);
        Assert.Equal(10, sorted.Count);
    }

    [Fact]
    public async Task ReadAsync_AfterACommit_KnowsWhatEnded()
    {
        await AllAsync(new ItemQuery { Outcomes = [Outcome.None] });
        RunRecord[] records = [End(2_990, Outcome.Failed), Block(failed: 30, open: [.. Enumerable.Range(Ended + 1, 9).Select(static number => (long)number)])];
        Commit(records);
        _indexes.Add(Run, records);
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(9, (await AllAsync(new ItemQuery { Outcomes = [Outcome.None] })).Count);
        Assert.Contains(2_990L, await AllAsync(new ItemQuery { Outcomes = [Outcome.Failed] }));
    }

    [Fact]
    public async Task GroupAsync_OfFailedItems_ReadsThoseAlone()
    {
        var group = Assert.Single(await _lists.GroupAsync(Run, _store.FindBlock(Run, 1)!, 2, default));

        Assert.Equal((Ended / 100, "ATL5501", "number # is broken"), (group.Count, group.Code, group.Shape));
        Assert.Equal([99L, 199], group.Examples.Select(static item => item.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_WithAnotherListsCursor_IsRefused()
    {
        await Assert.ThrowsAsync<FormatException>(() => _lists.ReadAsync(Run, 1, new ItemQuery { After = "k1.2" }, default));
        await Assert.ThrowsAsync<FormatException>(() => _lists.ReadAsync(Run, 1, new ItemQuery { Sort = ItemSort.Time, After = "t1.-2" }, default));
        Assert.Null(await _lists.ReadAsync(Run, 2, new ItemQuery(), default));
    }

    private static string Key(int number) => $"item-{Count - 1 - number:D4}";

    private async Task<List<long>> AllAsync(ItemQuery query)
    {
        var found = new List<long>();
        do
        {
            var page = await _lists.ReadAsync(Run, 1, query, default);
            Assert.InRange(page!.Items.Count, 0, query.Limit);
            found.AddRange(page.Items.Select(static item => item.Ordinal));
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return found;
    }

    private void Commit(IReadOnlyList<RunRecord> records) =>
        Assert.Equal(RunCommitStatus.Committed, Assert.Single(_store.Commit([new RunCommit(new RunLease(Run, _epoch), records)])).Status);

    private StepEnded End(int number, Outcome outcome) => new()
    {
        Seq = ++_seq,
        Scope = ScopeId.Of(1, number),
        Step = StepEnded.ItemEnd,
        Outcome = outcome,
        Output = Encoding.UTF8.GetBytes($"{number}"),
        Detail = outcome == Outcome.Failed ? new OutcomeDetail { Failures = [new FailureRecord("each/step", null, 1, StepFailure.Permanent("ATL5501", $"number {number} is broken"))] }.ToJson() : null,
        At = 1_000 + number,
    };

    private BlockRecorded Block(long failed, long[] open) => new()
    {
        Seq = ++_seq,
        Block = 1,
        Scope = ScopeId.Root,
        Step = 1,
        Kind = BlockKind.ForEach,
        Source = 1,
        Opened = Count,
        Open = OrdinalSet.Encode(open),
        Counts = new OutcomeCounts(Count - open.Length - failed, 0, 0, failed, 0, 0),
    };
}
