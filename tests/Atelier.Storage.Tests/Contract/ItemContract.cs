using System.Text;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Tests.Contract;

/// <summary>Rows of sources and items of blocks, by pages.</summary>
public abstract class ItemContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void ReadRows_ByPages_GivesEachOnceInOrder()
    {
        Write(One, Created(One));
        for (var first = 0; first < 100; first += 25)
        {
            Write(One, Page(One, 1, first, [.. Enumerable.Range(first, 25).Select(static index => $"k{index}")]));
        }

        var keys = new List<string>();
        for (var from = 0L; Store.ReadRows(One, 1, from, 30) is { Count: > 0 } page; from = page[^1].Ordinal + 1)
        {
            keys.AddRange(page.Select(static row => row.Key));
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(static index => $"k{index}"), keys);
        Assert.Equal(42, Store.FindOrdinal(One, 1, "k42"));
        Assert.Null(Store.FindOrdinal(One, 1, "K42"));
        Assert.Null(Store.FindOrdinal(One, 2, "k42"));
        Assert.Empty(Store.ReadRows(One, 2, 0, 10));
    }

    [Fact]
    public void ReadRows_SharedValues_AreTakenFromTheOtherSource()
    {
        var keyed = new PageRecorded { Seq = Seq(One), Source = 2, FirstOrdinal = 0, Rows = [new RowRecord("a", null), new RowRecord("b", "9"u8.ToArray())] };
        Write(
            One,
            Created(One),
            Page(One, 1, 0, "one", "three"),
            new SourceRecorded { Seq = Seq(One), Source = 2, Scope = ScopeId.Root, Step = 1, Values = 1 },
            keyed);

        var rows = Store.ReadRows(One, 2, 0, 10);

        Assert.Equal(["a:\"3\"", "b:9"], rows.Select(static row => $"{row.Key}:{Encoding.UTF8.GetString(row.Value!)}"));
    }

    [Fact]
    public void ReadRows_StrangeKeys_ComeBackAsTheyWere()
    {
        string[] keys = ["", "a,b", "\"'", "line\nbreak", "🎨", "nul\0inside", " ", "é", "\u202e", "a/b#c", new string('k', 3000)];
        Write(One, Created(One), Page(One, 1, 0, keys), Admitted(One, 1, 0, keys: keys));

        Assert.Equal(keys, Store.ReadRows(One, 1, 0, 100).Select(static row => row.Key));
        for (var index = 0; index < keys.Length; index++)
        {
            Assert.Equal(index, Store.FindOrdinal(One, 1, keys[index]));
        }
    }

    [Fact]
    public void Commit_SameRowTwice_Fails()
    {
        Write(One, Created(One), Page(One, 1, 0, "a"));

        Assert.Equal(Engine.Stores.RunCommitStatus.Failed, Commit(One, Page(One, 1, 0, "b")).Status);
        Assert.Equal("a", Assert.Single(Store.ReadRows(One, 1, 0, 10)).Key);
    }

    [Fact]
    public void ReadItems_EndedOpenAndUnopened_AreListedAndDoublesAreNot()
    {
        Write(
            One,
            Created(One),
            Page(One, 1, 0, "ended", "open", "double", "redriven", "unopened"),
            Block(One, 1, opened: 4, open: [1]),
            Ended(One, ScopeId.Of(1, 0), StepEnded.ItemEnd),
            Ended(One, ScopeId.Of(1, 1), 0),
            Ended(One, ScopeId.Of(1, 3), StepEnded.ItemEnd, outcome: Outcome.Failed),
            Ended(One, ScopeId.Of(1, 3), StepEnded.ItemEnd, drive: 1, outcome: Outcome.Empty));

        var items = Store.ReadItems(One, 1, 0, 10);

        Assert.Equal(
            [(0L, "ended", Outcome.Succeeded, 0), (1, "open", Outcome.None, 0), (3, "redriven", Outcome.Empty, 1), (4, "unopened", Outcome.None, 0)],
            items.Select(static item => (item.Ordinal, item.Key, item.Outcome, item.Drive)));
        Assert.Equal("\"made\""u8.ToArray(), items[0].Output);
        Assert.NotNull(items[0].Detail);
        Assert.Equal(300, items[0].At);
        Assert.Equal([3L], Store.ReadItems(One, 1, 2, 1).Select(static item => item.Ordinal));
        Assert.Empty(Store.ReadItems(One, 9, 0, 10));
    }

    [Fact]
    public void ReadOutcomes_SomeScopes_ComeSortedAndOnce()
    {
        Write(One, Created(One), Ended(One, ScopeId.Of(1, 2), 1), Ended(One, ScopeId.Of(1, 2), 0), Ended(One, ScopeId.Of(1, 0), 0), Ended(One, ScopeId.Of(2, 0), 0));

        var outcomes = Store.ReadOutcomes(One, [ScopeId.Of(1, 2), ScopeId.Of(1, 0), ScopeId.Of(1, 2), ScopeId.Of(1, 1)]);

        Assert.Equal([(ScopeId.Of(1, 0), 0), (ScopeId.Of(1, 2), 0), (ScopeId.Of(1, 2), 1)], outcomes.Select(static outcome => (outcome.Scope, outcome.Step)));
        Assert.Empty(Store.ReadOutcomes(One, []));
        Assert.Empty(Store.ReadOutcomes(Two, [ScopeId.Root]));
    }
}
