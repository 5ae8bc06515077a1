using Atelier.Models.Batching;
using Atelier.Models.Lanes;
using Atelier.Models.Tests.Lanes;
using Atelier.Sdk;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Batching;

public sealed class BatcherTests
{
    [Fact]
    public async Task AskAsync_ManyItemsSomeBad_EqualsUnbatched()
    {
        // Whatever the sizes and faults: an item's answer is that of the item alone.
        var cases = (from size in Gen.Choose(1, 9)
                     from texts in Gen.Elements("a", "b", "c", "bad", "poison", "killer").ArrayOf(20)
                     select (size, texts)).Sample(60, 60);
        foreach (var (size, texts) in cases)
        {
            var lane = new FakeLane { Answer = Faulty };
            var batcher = Make(lane, size);

            var answers = await AskAllAsync(batcher, texts);

            foreach (var (text, (item, failure)) in texts.Zip(answers))
            {
                Assert.Equal(Alone(text), item?.Text ?? failure!.Code);
            }

            Assert.Equal(1, lane.MostInside);
            Assert.All(lane.Batches, batch => Assert.InRange(batch.Length, 1, size));
        }
    }

    [Fact]
    public async Task AskAsync_WhileABatchRuns_TheNextIsFull()
    {
        var open = new TaskCompletionSource();
        var lane = new FakeLane { Gate = () => open.Task };
        var batcher = Make(lane, 4);
        var first = batcher.AskAsync("embed_texts", "{}", FakeLane.Item("first"), null, default);
        await Eventually.TrueAsync(() => lane.Inside == 1, "the first batch is at the host");
        var others = Enumerable.Range(0, 6).Select(i => batcher.AskAsync("embed_texts", "{}", FakeLane.Item($"{i}"), null, default)).ToArray();

        open.SetResult();
        await first;
        await Task.WhenAll(others);

        Assert.Equal([1, 4, 2], lane.Batches.Select(batch => batch.Length));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], lane.Batches.Skip(1).SelectMany(batch => batch));
    }

    [Fact]
    public async Task AskAsync_OtherParameters_NeverShareABatch()
    {
        var open = new TaskCompletionSource();
        var lane = new FakeLane { Gate = () => open.Task };
        var batcher = Make(lane, 8);
        var asked = new List<Task> { batcher.AskAsync("run", "{}", FakeLane.Item("first"), null, default) };
        await Eventually.TrueAsync(() => lane.Inside == 1, "the first batch is at the host");
        asked.Add(batcher.AskAsync("run", "{\"a\":1}", FakeLane.Item("x"), null, default));
        asked.Add(batcher.AskAsync("run", "{\"a\":2}", FakeLane.Item("y"), null, default));
        asked.Add(batcher.AskAsync("run", "{\"a\":1}", FakeLane.Item("z"), null, default));

        open.SetResult();
        await Task.WhenAll(asked);

        Assert.Equal(["first", "x z", "y"], lane.Batches.Select(batch => string.Join(' ', batch)));
    }

    [Fact]
    public async Task AskAsync_OutOfMemory_HalvesAndStaysSmall()
    {
        var lane = new FakeLane { Answer = request => request.Items.Count > 2 ? new LaneAnswer.Refused("out_of_memory", "no", null) : FakeLane.Each(request, text => new WireItem { Text = text }) };
        var batcher = Make(lane, 8);

        await AskAllAsync(batcher, [.. Enumerable.Range(0, 8).Select(i => $"{i}")]);
        lane.Batches.Clear();
        await AskAllAsync(batcher, [.. Enumerable.Range(0, 8).Select(i => $"{i}")]);

        Assert.All(lane.Batches, batch => Assert.InRange(batch.Length, 1, 2));
    }

    [Fact]
    public async Task AskAsync_OutOfMemoryAlone_MakesRoomRestartsAndTriesOnceMore()
    {
        var room = 0;
        var lane = new FakeLane { Answer = request => room == 0 ? new LaneAnswer.Refused("out_of_memory", "no", null) : FakeLane.Each(request, text => new WireItem { Text = text }) };
        var batcher = Make(lane, 1, () => Task.FromResult(room++));

        var (item, _) = await batcher.AskAsync("embed_texts", "{}", FakeLane.Item("a"), null, default);

        Assert.Equal(("a", 1, 1), (item?.Text, room, lane.Restarts));
    }

    [Fact]
    public async Task AskAsync_OutOfMemoryForGood_FailsTransient()
    {
        var lane = new FakeLane { Answer = _ => new LaneAnswer.Refused("out_of_memory", "no", null) };
        var batcher = Make(lane, 4);

        var answers = await AskAllAsync(batcher, ["a", "b"]);

        Assert.All(answers, answer => Assert.Equal((FailureKind.Transient, "ATL5706"), (answer.Failure!.Kind, answer.Failure.Code)));
    }

    [Fact]
    public async Task AskAsync_CancelledWhileQueued_LeavesItsNeighbours()
    {
        var open = new TaskCompletionSource();
        var lane = new FakeLane { Gate = () => open.Task };
        var batcher = Make(lane, 4);
        using var cancel = new CancellationTokenSource();
        var first = batcher.AskAsync("run", "{}", FakeLane.Item("first"), null, default);
        await Eventually.TrueAsync(() => lane.Inside == 1, "the first batch is at the host");
        var gone = batcher.AskAsync("run", "{}", FakeLane.Item("gone"), null, cancel.Token);
        var stays = batcher.AskAsync("run", "{}", FakeLane.Item("stays"), null, default);

        await cancel.CancelAsync();
        open.SetResult();
        await first;
        await stays;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.DoesNotContain("gone", lane.Batches.SelectMany(batch => batch));
    }

    [Fact]
    public async Task AskAsync_AllOfABatchCancelled_EndsIt()
    {
        var lane = new FakeLane { Gate = () => new TaskCompletionSource().Task };
        var batcher = Make(lane, 4);
        using var cancel = new CancellationTokenSource();
        var gone = batcher.AskAsync("run", "{}", FakeLane.Item("gone"), null, cancel.Token);
        await Eventually.TrueAsync(() => lane.Inside == 1, "the batch is at the host");

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        await Eventually.TrueAsync(() => lane.Inside == 0, "the lane is free");
    }

    [Fact]
    public async Task AskAsync_HostUnavailable_FailsAllWithoutHalving()
    {
        var lane = new FakeLane { Answer = _ => new LaneAnswer.Failed(StepFailure.Unavailable("ATL6001", "no host", "host:x")) };
        var batcher = Make(lane, 8);

        var answers = await AskAllAsync(batcher, ["a", "b", "c"]);

        Assert.All(answers, answer => Assert.Equal("ATL6001", answer.Failure!.Code));
        Assert.Equal(3, lane.Batches.Sum(batch => batch.Length));
    }

    private static Batcher Make(FakeLane lane, int size, Func<Task>? makeRoom = null) =>
        new(KnownModels.Of("m", batch: size), lane, makeRoom ?? (static () => Task.CompletedTask), TimeProvider.System);

    private static Task<(WireItem? Item, StepFailure? Failure)[]> AskAllAsync(Batcher batcher, IEnumerable<string> texts) =>
        Task.WhenAll(texts.Select(text => batcher.AskAsync("embed_texts", "{}", FakeLane.Item(text), null, default)));

    private static string Alone(string text) => text switch
    {
        "bad" => "ATL5501",
        "poison" => "ATL5703",
        "killer" => "ATL6002",
        _ => text.ToUpperInvariant(),
    };

    private static LaneAnswer Faulty(LaneRequest request)
    {
        var texts = request.Items.Select(FakeLane.TextOf).ToArray();
        return texts.Contains("killer") ? new LaneAnswer.Failed(StepFailure.Transient("ATL6002", "it died"))
            : texts.Contains("poison") ? new LaneAnswer.Refused("model_broken", "the graph failed", null)
            : FakeLane.Each(request, text => text == "bad" ? new WireItem { Error = new WireError("unreadable", "cut off", null) } : new WireItem { Text = text.ToUpperInvariant() });
    }
}
