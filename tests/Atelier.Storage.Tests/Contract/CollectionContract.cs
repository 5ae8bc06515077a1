using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Tests.Contract;

/// <summary>Items enter collections once a key.</summary>
public abstract class CollectionContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void Admit_NoEqualKeys_HasNoDoubles()
    {
        Write(One, Created(One));

        Assert.Empty(Write(One, Admitted(One, 1, 0, keys: ["a", "b"])).Doubles);
        Assert.Empty(Write(One, Admitted(One, 1, 2, keys: ["c", "A"])).Doubles);
    }

    [Fact]
    public void Admit_KeepFirst_LaterOnesAreLeftOut()
    {
        Write(One, Created(One));

        Assert.Equal([(2L, 0L)], Doubles(Admitted(One, 1, 0, keys: ["a", "b", "a"])));
        Assert.Equal([(3L, 1L), (4, 0)], Doubles(Admitted(One, 1, 3, keys: ["b", "a"])));
    }

    [Fact]
    public void Admit_KeepLast_EarlierOnesAreLeftOut()
    {
        Write(One, Created(One));

        Assert.Equal([(0L, 3L), (2, 3)], Doubles(Admitted(One, 1, 0, keepLast: true, keys: ["a", "b", "a", "a"])));
        Assert.Equal([(1L, 4L)], Doubles(Admitted(One, 1, 4, keepLast: true, keys: ["b"])));
    }

    [Fact]
    public void Admit_SamePageAgain_AnswersTheSame()
    {
        Write(One, Created(One));
        foreach (var keepLast in (bool[])[false, true])
        {
            var block = keepLast ? 1 : 2;
            var first = Doubles(Admitted(One, block, 0, keepLast, keys: ["a", "b", "a", "c"]));
            Restart();

            Assert.Equal(first, Doubles(Admitted(One, block, 0, keepLast, keys: ["a", "b", "a", "c"])));
        }
    }

    [Fact]
    public void Admit_OtherRunsBlocksAndPrefixes_AreNoDoubles()
    {
        Write(One, Created(One), Admitted(One, 1, 0, keys: "a"));
        Write(Two, Created(Two));

        Assert.Empty(Doubles(Admitted(One, 2, 5, keys: "a")));
        Assert.Empty(Doubles(Admitted(One, 3, 5, prefix: "outer/", keys: "a")));
        Assert.Empty(Write(Two, Admitted(Two, 1, 9, keys: "a")).Doubles);
    }

    [Fact]
    public void Admit_TwoRunsAtOnce_EachStillFindsItsDoubles()
    {
        Write(One, Created(One), Admitted(One, 1, 0, keys: ["a", "b"]));
        Write(Two, Created(Two), Admitted(Two, 1, 0, keys: ["b", "a"]));

        Assert.Equal([(2L, 0L)], Doubles(Admitted(One, 1, 2, keys: "a")));
        Assert.Equal([(2L, 1L)], Write(Two, Admitted(Two, 1, 2, keys: "a")).Doubles.SelectMany(static doubles => doubles.Superseded));
        Assert.Equal([(3L, 1L)], Doubles(Admitted(One, 1, 3, keys: "b")));
    }

    private IEnumerable<(long Ordinal, long Stays)> Doubles(ItemsAdmitted items) =>
        Write(One, items).Doubles.SelectMany(doubles =>
        {
            Assert.Equal(items.Block, doubles.Block);
            return doubles.Superseded;
        });
}
