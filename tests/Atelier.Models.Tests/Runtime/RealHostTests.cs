using System.Diagnostics;
using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

/// <summary>The runtime over the real host and the small models.</summary>
public sealed class RealHostTests
{
    [Fact]
    public async Task AskAsync_Clip_PicturesAndLabelsAgree()
    {
        using var models = new TestModels("models: { clip: $TINY/tiny-clip-colour }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        var clip = await FindAsync(runtime.Home, "clip");
        Assert.Equal(ModelKind.Clip, clip.Kind);

        var picture = await AskAsync(runtime.Home, clip, new EmbedPicture(models.Picture("red", "#d01010")));
        var scores = await AskAsync(runtime.Home, clip, new ScoreLabels(models.Picture("blue", "#1020d0"), ["a red picture", "a blue picture"]));

        Assert.Equal(1, Math.Sqrt(picture.Sum(value => (double)value * value)), 4);
        Assert.True(scores[1] > 0.9, $"blue: {string.Join(", ", scores)}");
        Assert.Equal([clip.Digest], runtime.LoadedNow);
        var row = Assert.Single(runtime.Snapshot().Models);
        Assert.InRange(row.Bytes, 50_000_000, 400_000_000);
    }

    [Fact]
    public async Task AskAsync_BrokenPictureBesideGood_FailsAlone()
    {
        using var models = new TestModels("models: { nima: $TINY/tiny-nima-quality }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        var nima = await FindAsync(runtime.Home, "nima");
        var paths = new[] { models.Picture("a", "#808080"), models.Broken(), models.Picture("b", "#a0b0c0") };

        var answers = await Task.WhenAll(paths.Select(path => runtime.Home.AskAsync(nima, new ScorePicture(path), default).AsTask()));

        Assert.Equal([true, false, true], answers.Select(answer => answer.TryGet(out _, out _)));
        Assert.False(answers[1].TryGet(out _, out var failure));
        Assert.StartsWith("ATL550", failure.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_Detector_FindsNothingInAPlainPicture()
    {
        using var models = new TestModels("models: { blobs: $TINY/tiny-rtdetr-blobs }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var found = await AskAsync(runtime.Home, await FindAsync(runtime.Home, "blobs"), new DetectObjects(models.Picture("grey", "#808080"), 0.5, 10));

        Assert.Equal((256, 256, 0), (found.Width, found.Height, found.Objects.Count));
    }

    [Fact]
    public async Task AskAsync_HostKilled_LosesNothing()
    {
        using var models = new TestModels("models: { clip: $TINY/tiny-clip-colour }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        var clip = await FindAsync(runtime.Home, "clip");
        var path = models.Picture("red", "#d01010");
        await AskAsync(runtime.Home, clip, new EmbedPicture(path));

        var asked = Enumerable.Range(0, 60).Select(_ => runtime.Home.AskAsync(clip, new EmbedPicture(path), default).AsTask()).ToArray();
        Process.GetProcessById(runtime.ProcessIds.Single()).Kill();
        var answers = await Task.WhenAll(asked);

        Assert.All(answers, answer => Assert.True(answer.TryGet(out _, out var failure), failure?.Message));
    }

    [Fact]
    public async Task AskAsync_BrokenFolder_FailsForGoodAndNamesTheFile()
    {
        using var models = new TestModels("models: { clip: { source: ./broken, kind: clip } }");
        Directory.CreateDirectory(Path.Join(models.Home, "broken", "onnx"));
        foreach (var half in new[] { "vision_model", "text_model" })
        {
            File.WriteAllText(Path.Join(models.Home, "broken", "onnx", half + ".onnx"), "no graph");
        }

        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var answer = await runtime.Home.AskAsync(await FindAsync(runtime.Home, "clip"), new EmbedText("x"), default);

        Assert.False(answer.TryGet(out _, out var failure));
        Assert.Equal((FailureKind.Permanent, "ATL6010"), (failure.Kind, failure.Code));
        Assert.StartsWith("model `clip` in ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_TwoModelsBudgetForOne_BothAnswer()
    {
        using var models = new TestModels("memory_limit: 170MB\nwindow: 1s\nmodels: { clip: $TINY/tiny-clip-colour, nima: $TINY/tiny-nima-quality }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        var (clip, nima) = (await FindAsync(runtime.Home, "clip"), await FindAsync(runtime.Home, "nima"));
        var path = models.Picture("red", "#d01010");

        for (var i = 0; i < 2; i++)
        {
            await AskAsync(runtime.Home, clip, new EmbedPicture(path));
            Assert.Equal([clip.Digest], runtime.LoadedNow);
            await AskAsync(runtime.Home, nima, new ScorePicture(path));
            Assert.Equal([nima.Digest], runtime.LoadedNow);
        }
    }

    private static async Task<ModelIdentity> FindAsync(IModels models, string name) =>
        (await models.FindAsync(name, default)).TryGet(out var identity, out var failure) ? identity : throw new InvalidOperationException(failure.Message);

    private static async Task<T> AskAsync<T>(IModels models, ModelIdentity model, ModelQuestion<T> question) =>
        (await models.AskAsync(model, question, default)).TryGet(out var answer, out var failure) ? answer : throw new InvalidOperationException($"{failure.Message} {failure.Detail}");
}
