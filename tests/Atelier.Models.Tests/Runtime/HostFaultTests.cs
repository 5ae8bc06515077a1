using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

/// <summary>The runtime over a host that dies, hangs and runs out of memory when it is told to.</summary>
public sealed class HostFaultTests
{
    [Fact]
    public async Task AskAsync_HostDiesUnderOneText_OnlyThatTextFails()
    {
        using var models = Faulty();
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);

        var answers = await AskAsync(runtime, ["a", "bb", "die", "ccc", "dddd"]);

        Assert.Equal(["1", "2", "ATL6002", "3", "4"], answers.Select(Said));
        Assert.False(answers[2].TryGet(out _, out var failure));
        Assert.Equal(FailureKind.Transient, failure.Kind);
    }

    [Fact]
    public async Task AskAsync_HostDiesOnce_NothingIsLost()
    {
        using var models = Faulty();
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);

        var answers = await AskAsync(runtime, ["a", "die-once", "ccc"]);

        Assert.Equal(["1", "8", "3"], answers.Select(Said));
        Assert.Equal(2, Processes(models).Count);
    }

    [Fact]
    public async Task AskAsync_HostHangsUnderOneText_WatchdogEndsItAndOnlyThatTextFails()
    {
        using var models = Faulty();
        await using var runtime = new ModelRuntime(models.Faulty(TimeSpan.FromMilliseconds(500)), TimeProvider.System);

        var answers = await AskAsync(runtime, ["a", "hang", "ccc", "dddd"]);

        Assert.Equal(["1", "ATL6003", "3", "4"], answers.Select(Said));
        Assert.False(answers[1].TryGet(out _, out var failure));
        Assert.Equal(FailureKind.Transient, failure.Kind);
    }

    [Fact]
    public async Task AskAsync_BatchDoesNotFit_SmallerOnesDo()
    {
        using var models = Faulty("holds: 2");
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);

        var answers = await AskAsync(runtime, [.. Enumerable.Repeat("ab", 8)]);

        Assert.All(answers, answer => Assert.Equal("2", Said(answer)));
        Assert.Single(Processes(models));
    }

    [Fact]
    public async Task AskAsync_OutOfMemoryAlone_OthersMakeRoomAndTheHostStartsAnew()
    {
        using var models = Faulty(more: ", other: { kind: feature-extraction, source: $DEMO/demo-ner, options: { log: $LOG } }");
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);
        Assert.True((await runtime.LoadAsync("other", default)).TryGet(out _, out var problem), problem?.Message);

        var answers = await AskAsync(runtime, ["large"]);

        Assert.Equal(["5"], answers.Select(Said));
        Assert.Equal(2, Processes(models).Count);
        Assert.Equal(["faulty"], runtime.Snapshot().Models.Where(static row => row.State == "ready").Select(static row => row.Name));
    }

    [Fact]
    public async Task AskAsync_BadAndPoison_FailAlone()
    {
        using var models = Faulty();
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);

        var answers = await AskAsync(runtime, ["a", "bad", "poison", "dddd"]);

        Assert.Equal(["1", "ATL5702", "ATL5703", "4"], answers.Select(Said));
        Assert.False(answers[2].TryGet(out _, out var failure));
        Assert.Equal("model `faulty` failed: encoder.onnx failed at node 7", failure.Message);
    }

    [Fact]
    public async Task AskAsync_HostDiesOnceWhileItLoads_NothingIsLost()
    {
        using var models = Faulty("dies_at_first: true");
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);

        Assert.Equal(["1", "2"], (await AskAsync(runtime, ["a", "bb"])).Select(Said));
    }

    [Fact]
    public async Task AskAsync_HostCannotStart_IsUnavailable()
    {
        using var models = Faulty("cannot_start: true");
        await using var runtime = new ModelRuntime(models.Faulty(), TimeProvider.System);

        var answers = await AskAsync(runtime, ["a", "b"]);

        Assert.All(answers, answer =>
        {
            Assert.False(answer.TryGet(out _, out var failure));
            Assert.Equal((FailureKind.Unavailable, "ATL6001"), (failure.Kind, failure.Code));
            Assert.Contains("no such library", failure.Message, StringComparison.Ordinal);
        });
    }

    private static TestModels Faulty(string option = "", string more = "")
    {
        var models = new TestModels();
        var log = Path.Join(models.Home, "log");
        var options = string.Join(", ", new[] { $"log: {log}", option }.Where(static part => part.Length > 0));
        models.Write(
            "models.yaml",
            $"models: {{ faulty: {{ kind: feature-extraction, source: $DEMO/demo-sentences, max_wait: 100ms, options: {{ {options} }} }}{more} }}"
                .Replace("$DEMO", TestModels.Demo, StringComparison.Ordinal).Replace("$LOG", log, StringComparison.Ordinal));
        return models;
    }

    private static async Task<ModelAnswer<float[]>[]> AskAsync(ModelRuntime runtime, string[] texts)
    {
        Assert.True((await runtime.Home.FindAsync("faulty", default)).TryGet(out var model, out var failure), failure?.Message);
        return await Task.WhenAll(texts.Select(text => runtime.Home.AskAsync(model, new EmbedText(text), default).AsTask()));
    }

    /// <summary>The host answers a text with (length, 1), which comes as a unit vector.</summary>
    private static string Said(ModelAnswer<float[]> answer) => answer.TryGet(out var vector, out var failure) ? $"{vector[0] / vector[1]:0}" : failure.Code;

    private static IReadOnlyCollection<string> Processes(TestModels models) => File.ReadAllLines(Path.Join(models.Home, "log")).Select(static line => line.Split(' ')[0]).ToHashSet();
}
