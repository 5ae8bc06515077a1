namespace Atelier.Engine.Tests.Simulation;

public sealed class FoldTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(24)]
    [InlineData(135)]
    public void Run_FoldedAfterAnyCommit_ComesToTheSame(int seed)
    {
        using var whole = new Simulation(seed, 0);
        var expected = whole.Run();
        Assert.Empty(whole.Broken);
        for (var commit = 1; commit <= whole.Commits; commit++)
        {
            using var folded = new Simulation(seed, 0) { CrashAfter = commit };
            var actual = folded.Run();
            Assert.True(folded.Broken.Count == 0, $"after commit {commit}: {folded.Broken.FirstOrDefault()}");
            Assert.Equal(expected, actual);
        }
    }
}
