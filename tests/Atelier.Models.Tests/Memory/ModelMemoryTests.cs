using Atelier.Models.Lanes;
using Atelier.Models.Memory;
using Atelier.Models.Registry;
using Atelier.Models.Tests.Lanes;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Models.Tests.Memory;

public sealed class ModelMemoryTests
{
    private readonly FakeTime _time = new();
    private readonly Dictionary<string, List<FakeLane>> _lanes = [];

    [Fact]
    public async Task LeaseAsync_FirstQuestion_Loads()
    {
        await using var memory = Make(200);

        var (lease, failure) = await memory.LeaseAsync(KnownModels.Of("a", 100), default);

        Assert.Null(failure);
        Assert.Equal("a", lease!.Loaded.Model.Definition.Name);
        Assert.Equal(["sha256:a"], memory.LoadedDigests);
    }

    [Fact]
    public async Task LeaseAsync_OtherModelRests_PutsItAway()
    {
        await using var memory = Make(150);
        var (first, _) = await memory.LeaseAsync(KnownModels.Of("a", 100), default);
        first!.Dispose();

        var asked = memory.LeaseAsync(KnownModels.Of("b", 100), default).AsTask();
        await MoveUntilAsync(() => asked.IsCompleted);

        Assert.NotNull((await asked).Lease);
        Assert.True(_lanes["a"].Single().Ended);
    }

    [Fact]
    public async Task LeaseAsync_OtherModelInUsePastTheLimit_FailsWithTheReason()
    {
        await using var memory = Make(150, new MemoryLimits { MaxWait = TimeSpan.FromMinutes(1) });
        var (first, _) = await memory.LeaseAsync(KnownModels.Of("a", 100), default);

        var asked = memory.LeaseAsync(KnownModels.Of("b", 100), default).AsTask();
        await MoveUntilAsync(() => asked.IsCompleted);

        var (_, failure) = await asked;
        Assert.Equal((FailureKind.Unavailable, "ATL5705"), (failure!.Kind, failure.Code));
        Assert.Equal("there was no memory for 1 min: `b` needs 100 MB of 150 MB; 100 MB held by a, which is leaving.", failure.Message);
        first!.Dispose();
    }

    [Fact]
    public async Task LeaseAsync_Cancelled_WaitsNoMore()
    {
        await using var memory = Make(150);
        var (first, _) = await memory.LeaseAsync(KnownModels.Of("a", 100), default);
        using var cancel = new CancellationTokenSource();
        var asked = memory.LeaseAsync(KnownModels.Of("b", 100), cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(0, memory.State.Slots.Values.Sum(slot => slot.Waiting));
        first!.Dispose();
    }

    [Fact]
    public async Task LeaseAsync_LargerThanAll_IsRefused()
    {
        await using var memory = Make(150);

        var (_, failure) = await memory.LeaseAsync(KnownModels.Of("a", 200), default);

        Assert.Equal((FailureKind.Permanent, "ATL5704"), (failure!.Kind, failure.Code));
    }

    [Fact]
    public async Task LeaseAsync_BrokenModel_FailsAllAndIsNotTriedForEach()
    {
        var tries = 0;
        await using var memory = new ModelMemory(
            new MemoryLimits(),
            [KeyValuePair.Create("cpu", 1_000_000_000L)],
            _ => new FakeLane
            {
                Load = () =>
                {
                    tries++;
                    return Task.FromResult<(LoadedHost?, StepFailure?)>((null, StepFailure.Permanent("ATL6010", "broken")));
                },
            },
            _time);
        for (var i = 0; i < 10; i++)
        {
            var (_, failure) = await memory.LeaseAsync(KnownModels.Of("a"), default);
            Assert.Equal("ATL6010", failure!.Code);
        }

        Assert.Equal(1, tries);
        _time.Advance(TimeSpan.FromMinutes(1));
        await memory.LeaseAsync(KnownModels.Of("a"), default);
        Assert.Equal(2, tries);
    }

    [Fact]
    public async Task LeaseAsync_NothingForTheIdleTime_LeavesMemory()
    {
        await using var memory = Make(1000, new MemoryLimits { Idle = TimeSpan.FromMinutes(2) });
        var (lease, _) = await memory.LeaseAsync(KnownModels.Of("a", 100), default);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(memory.LoadedDigests);
        lease!.Dispose();

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(memory.LoadedDigests);
        _time.Advance(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(() => _lanes["a"].Single().Ended, "it was put away");
    }

    [Fact]
    public async Task UnloadAsync_InUse_WaitsForTheAnswer()
    {
        await using var memory = Make(1000);
        var model = KnownModels.Of("a", 100);
        var (lease, _) = await memory.LeaseAsync(model, default);

        var unloading = memory.UnloadAsync(model.Key);
        Assert.False(unloading.IsCompleted);
        lease!.Dispose();

        Assert.True(await unloading);
        Assert.False(await memory.UnloadAsync(model.Key));
    }

    [Fact]
    public async Task Limit_LowerThanWhatIsHeld_PutsAwayWhatRests()
    {
        await using var memory = Make(1000);
        foreach (var name in new[] { "a", "b" })
        {
            (await memory.LeaseAsync(KnownModels.Of(name, 100), default)).Lease!.Dispose();
        }

        memory.Limit("cpu", 150_000_000);

        await Eventually.TrueAsync(() => memory.LoadedDigests.Count == 1, "one was put away");
    }

    private ModelMemory Make(long megabytes, MemoryLimits? limits = null) => new(
        limits ?? new MemoryLimits(),
        [KeyValuePair.Create("cpu", megabytes * 1_000_000)],
        model =>
        {
            var lane = new FakeLane();
            lock (_lanes)
            {
                (_lanes.TryGetValue(model.Definition.Name, out var lanes) ? lanes : _lanes[model.Definition.Name] = []).Add(lane);
            }

            return lane;
        },
        _time);

    private async Task MoveUntilAsync(Func<bool> state)
    {
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
                return state();
            },
            "what the clock was moved for");
    }
}
