using Atelier.Models.Batching;
using Xunit;

namespace Atelier.Models.Tests.Batching;

public sealed class BatchPolicyTests
{
    private static readonly TimeSpan Since = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(5);

    [Theory]
    [InlineData(8, 3, 3, 0, 100, 0.0)]
    [InlineData(1, 0, 0, 0, 100, 0.0)]
    [InlineData(1, 2, 0, 0, 100, 5.0)]
    [InlineData(1, 0, 4, 0, 100, 5.0)]
    [InlineData(1, 0, 4, 0, 10, 1.0)]
    [InlineData(1, 0, 4, 20, 100, 0.0)]
    public void LeavesAt_QueuedComingReturning_Waits(int queued, int coming, int returning, int sinceEnd, int run, double milliseconds)
    {
        var at = BatchPolicy.LeavesAt(queued, 8, Since, MaxWait, coming, returning, Since - TimeSpan.FromMilliseconds(sinceEnd), TimeSpan.FromMilliseconds(run));

        Assert.Equal(milliseconds, (at - Since).TotalMilliseconds, 3);
    }
}
