using Atelier.Actions.Images.Grouping;
using Xunit;
using static Atelier.Actions.Tests.Images.GroupSimilarActionTests;

namespace Atelier.Actions.Tests.Images;

/// <summary>Runs when nothing else does, and counts processor time: a busy machine changes neither.</summary>
[Collection(nameof(GroupSimilarSpeedTests))]
[CollectionDefinition(nameof(GroupSimilarSpeedTests), DisableParallelization = true)]
public sealed class GroupSimilarSpeedTests
{
    [Fact]
    public void Find_HundredThousandHashes_TakesUnderTenSeconds()
    {
        var random = new Random(1);
        var pictures = new List<HashedPicture>();
        for (var i = 0; i < 90_000; i++)
        {
            pictures.Add(new HashedPicture($"p{i:000000}", Random256(random), null, null));
        }

        for (var i = 0; i < 10_000; i++)
        {
            pictures.Add(new HashedPicture($"q{i:000000}", Flip(pictures[i * 9].Hash, random, 30), null, null));
        }

        var before = Environment.CpuUsage.TotalTime;
        var groups = PictureGroups.Find(pictures, SimilarPairs.DefaultDistance, null, singles: false, CancellationToken.None);
        var spent = Environment.CpuUsage.TotalTime - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{spent.TotalSeconds:0.0} s of processor time");
        Assert.True(spent < TimeSpan.FromSeconds(10), $"{spent}");
        Assert.Equal(10_000, groups.Count);
        Assert.All(groups, group => Assert.Equal([group.Key, $"q{int.Parse(group.Key[1..]) / 9:000000}"], group.Members));
    }
}
