using Atelier.Models.Questions;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Models.Tests.Questions;

public sealed class LabelCacheTests
{
    [Fact]
    public async Task GetAsync_ManyAtOnce_MakesItOnce()
    {
        var cache = new LabelCache();
        var made = 0;
        var open = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 20).Select(_ => cache.GetAsync(
            "a dog",
            async () =>
            {
                Interlocked.Increment(ref made);
                await open.Task;
                return ([1f], null);
            },
            default)).ToArray();

        open.SetResult();

        Assert.All(await Task.WhenAll(asked), static answer => Assert.Equal([1f], answer.Embedding!));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task GetAsync_Failed_IsTriedAgain()
    {
        var cache = new LabelCache();
        var (nothing, failure) = await cache.GetAsync("x", static () => Task.FromResult<(float[]?, StepFailure?)>((null, StepFailure.Transient("ATL6002", "it died"))), default);
        var (embedding, _) = await cache.GetAsync("x", static () => Task.FromResult<(float[]?, StepFailure?)>(([2f], null)), default);

        Assert.Null(nothing);
        Assert.Equal("ATL6002", failure?.Code);
        Assert.Equal([2f], embedding!);
    }
}
