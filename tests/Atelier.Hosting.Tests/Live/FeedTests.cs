using Atelier.Hosting.Live;

namespace Atelier.Hosting.Tests.Live;

public class FeedTests
{
    private readonly FakeTime _time = new();
    private int _reads;
    private int _state;

    [Fact]
    public async Task NextAsync_OfASlowReader_SkipsStatesAndGetsTheLast()
    {
        using var feed = Open();
        using var slow = feed.Open();
        using var quick = feed.Open();
        var seen = new List<string>();
        for (_state = 1; _state <= 10; _state++)
        {
            feed.Changed();
            _time.Advance(TimeSpan.FromMilliseconds(200));
            seen.Add((await quick.NextAsync(default))!.State);
        }

        var last = await slow.NextAsync(default);
        Assert.Equal(Enumerable.Range(1, 10).Select(static state => $"{state}"), seen);
        Assert.Equal(("10", 10L), (last!.State, last.Number));
        Assert.False(slow.NextAsync(default).IsCompleted);
    }

    [Fact]
    public async Task Changed_WithAHundredReaders_ReadsOnceATick()
    {
        using var feed = Open();
        var readers = Enumerable.Range(0, 100).Select(_ => feed.Open()).ToArray();
        _time.Advance(TimeSpan.Zero);
        foreach (var reader in readers)
        {
            Assert.Equal("0", (await reader.NextAsync(default))!.State);
        }

        for (var change = 0; change < 1000; change++)
        {
            _state++;
            feed.Changed();
        }

        _time.Advance(TimeSpan.FromSeconds(1));
        var frames = await Task.WhenAll(readers.Select(reader => reader.NextAsync(default).AsTask()));
        Assert.All(frames, frame => Assert.Same(frames[0], frame));
        Assert.Equal("1000", frames[0]!.State);
        Assert.Equal(2, _reads);
        Assert.Null(_time.NextDue);
    }

    [Fact]
    public void Changed_WithoutAReader_ReadsNothingAndSetsNoTimer()
    {
        using var feed = Open();
        using (feed.Open())
        {
            _time.Advance(TimeSpan.Zero);
        }

        feed.Changed();

        Assert.Null(_time.NextDue);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task NextAsync_WhereTheStateCannotBeRead_FailsAndComesBack()
    {
        _state = -1;
        using var feed = Open();
        using var reader = feed.Open();
        _time.Advance(TimeSpan.Zero);

        await Assert.ThrowsAsync<IOException>(async () => await reader.NextAsync(default));
        _state = 5;
        feed.Changed();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("5", (await reader.NextAsync(default))!.State);
    }

    private Feed<string> Open() => new(
        () =>
        {
            _reads++;
            return _state < 0 ? throw new InvalidOperationException("broken") : Task.FromResult<string?>($"{_state}");
        },
        static _ => { },
        _time);
}
