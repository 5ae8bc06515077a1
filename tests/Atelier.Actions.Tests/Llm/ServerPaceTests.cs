using Atelier.Actions.Llm.Servers;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Llm;

public sealed class ServerPaceTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Take_AMinutesWorth_IsThereAtOnceAndThenComesEvenly()
    {
        var bucket = new TokenBucket(60, Start);

        Assert.All(Enumerable.Range(0, 60), _ => Assert.Equal(TimeSpan.Zero, bucket.Take(1, Start)));
        Assert.Equal(TimeSpan.FromSeconds(1), bucket.Take(1, Start));
        Assert.Equal(TimeSpan.Zero, bucket.Take(1, Start.AddSeconds(1)));
        Assert.Equal(TimeSpan.FromMilliseconds(500), bucket.Take(1, Start.AddSeconds(1.5)));
    }

    [Fact]
    public void Take_MoreThanAMinutesWorth_NeedsAFullBucketAndIsPaidLater()
    {
        var bucket = new TokenBucket(1000, Start);

        Assert.Equal(TimeSpan.Zero, bucket.Take(3000, Start));
        Assert.Equal(TimeSpan.FromMinutes(3), bucket.Take(5000, Start));
        Assert.Equal(TimeSpan.Zero, bucket.Take(5000, Start.AddMinutes(3)));
    }

    [Fact]
    public void Correct_WithWhatWasCounted_GivesBackOrTakesMore()
    {
        var bucket = new TokenBucket(100, Start);
        bucket.Take(100, Start);

        bucket.Correct(-50);

        Assert.Equal(TimeSpan.Zero, bucket.Take(50, Start));
        bucket.Correct(100);
        Assert.Equal(TimeSpan.FromMinutes(1.01), bucket.Take(1, Start));
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", "gpt-4o-mini-2024-07-18", 0.75)]
    [InlineData("https://api.openai.com/v1", "gpt-unknown", null)]
    [InlineData("http://127.0.0.1:8000/v1", "gpt-4o-mini", null)]
    public void Cost_WithoutPricesOfItsOwn_IsKnownAtTheVendorAlone(string address, string model, double? expected) =>
        Assert.Equal((decimal?)expected, PriceTable.Cost(new ModelEndpoint(new Uri(address), model, null, null, null), 1_000_000, 1_000_000));

    [Fact]
    public void FailedAgain_TwoRequests_IsTheServersTrouble()
    {
        var pace = new ServerPace();

        Assert.False(pace.FailedAgain("a"));
        Assert.False(pace.FailedAgain("a"));
        Assert.True(pace.FailedAgain("b"));
        pace.Answered();
        Assert.False(pace.FailedAgain("c"));
    }
}
