using System.Diagnostics;
using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

/// <summary>The runtime over the real host and the demo models.</summary>
public sealed class RealHostTests
{
    private const string Cat = "<rect x='40' y='60' width='80' height='100' fill='#e61fd1'/>";

    [Fact]
    public async Task AskAsync_Clip_PicturesAndLabelsAgree()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        var clip = await FindAsync(runtime.Home, "clip");
        Assert.Equal(ModelKind.Clip, clip.Kind);

        var picture = await AskAsync(runtime.Home, clip, new EmbedPicture(models.Picture("red", "#db1a1f")));
        var scores = await AskAsync(runtime.Home, clip, new ScoreLabels(models.Picture("blue", "#1a38db"), ["a red picture", "a blue picture"]));

        Assert.Equal(1, Math.Sqrt(picture.Sum(value => (double)value * value)), 4);
        Assert.True(scores[1] > 0.9, $"blue: {string.Join(", ", scores)}");
        Assert.Equal([clip.Digest], runtime.LoadedNow);
        var row = Assert.Single(runtime.Snapshot().Models);
        Assert.InRange(row.Bytes, 50_000_000, 400_000_000);
    }

    [Fact]
    public async Task AskAsync_Siglip_ScoresEachLabelForItself()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);

        var scores = await AskAsync(runtime.Home, await FindAsync(runtime.Home, "siglip"), new ScoreLabels(models.Picture("red", "#db1a1f"), ["red", "blue"]));

        Assert.InRange(scores[0], 0.5f, 1f);
        Assert.InRange(scores[1], 0f, 0.1f);
    }

    [Fact]
    public async Task AskAsync_DetectorAndWand_FindTheThing()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        var path = models.Picture("cat", "#808080", Cat);

        var found = await AskAsync(runtime.Home, await FindAsync(runtime.Home, "rt-detr"), new DetectObjects(path, 0.5, 10));
        var cat = Assert.Single(found.Objects);
        var cut = await AskAsync(runtime.Home, await FindAsync(runtime.Home, "sam2"), new SegmentPicture(path, [new SegmentPrompt(cat.Box, [], [])]));

        Assert.Equal((256, 256, "cat"), (found.Width, found.Height, cat.Label));
        Assert.InRange(cat.Box.Left, 34, 46);
        Assert.InRange(cat.Box.Bottom, 154, 166);
        var mask = Assert.Single(cut.Masks);
        var share = mask.Logits.Count(static logit => logit > 0) / (double)mask.Logits.Length;
        Assert.InRange(share, 0.09, 0.16);
    }

    [Fact]
    public async Task AskAsync_Quality_LikesDetailMoreThanDarkness()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        var nima = await FindAsync(runtime.Home, "nima");
        var stripes = string.Concat(Enumerable.Range(0, 16).Select(i => $"<rect x='{i * 16}' width='8' height='256' fill='#fff'/>"));

        var sharp = await AskAsync(runtime.Home, nima, new ScorePicture(models.Picture("sharp", "#404040", stripes)));
        var dark = await AskAsync(runtime.Home, nima, new ScorePicture(models.Picture("dark", "#050505")));

        Assert.True(sharp.Mean > dark.Mean + 1, $"{sharp.Mean} {dark.Mean}");
        Assert.Equal(1, sharp.Shares.Sum(), 4);
    }

    [Fact]
    public async Task AskAsync_Texts_AreLabelledEmbeddedAndWritten()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        const string Text = "Vincent van Gogh went to Paris.";

        var spans = await AskAsync(runtime.Home, await FindAsync(runtime.Home, "ner"), new LabelText(Text));
        var sentences = await FindAsync(runtime.Home, "sentences");
        var near = Dot(await AskAsync(runtime.Home, sentences, new EmbedText("the dog")), await AskAsync(runtime.Home, sentences, new EmbedText("a puppy")));
        var far = Dot(await AskAsync(runtime.Home, sentences, new EmbedText("the dog")), await AskAsync(runtime.Home, sentences, new EmbedText("the ocean")));
        var pieces = new List<string>();
        var written = await AskAsync(
            runtime.Home,
            await FindAsync(runtime.Home, "text"),
            new GenerateText([new ModelMessage("user", "Give a title for a dog", [])], 30, 0, null, []) { OnText = pieces.Add });

        Assert.Equal([("PER", "Vincent van Gogh"), ("LOC", "Paris")], spans.Select(static span => (span.Label, span.Text)));
        Assert.True(near > far, $"{near} {far}");
        Assert.Equal(("A story of a dog.", "stop"), (written.Text, written.Finish));
        Assert.Equal(written.Text, string.Concat(pieces));
    }

    [Fact]
    public async Task AskAsync_VisionLanguage_SaysWhatItSees()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);

        var seen = await AskAsync(
            runtime.Home,
            await FindAsync(runtime.Home, "qwen2.5-vl"),
            new GenerateText([new ModelMessage("user", "What is there?", [models.Picture("red", "#db1a1f")])], 40, 0, null, []));

        Assert.StartsWith("The picture is mostly red", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_AnyGraph_AnswersByItsOptions()
    {
        using var models = new TestModels("models: { any: { kind: onnx, source: $DEMO/demo-nima-technical/onnx/model.onnx, options: { embedding: measures } } }", real: true);
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var measures = await AskAsync(runtime.Home, await FindAsync(runtime.Home, "any"), new EmbedPicture(models.Picture("red", "#db1a1f")));

        Assert.Equal(3, measures.Length);
    }

    [Fact]
    public async Task AskAsync_BrokenPictureBesideGood_FailsAlone()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        var nima = await FindAsync(runtime.Home, "nima");
        var paths = new[] { models.Picture("a", "#808080"), models.Broken(), models.Picture("b", "#a0b0c0") };

        var answers = await Task.WhenAll(paths.Select(path => runtime.Home.AskAsync(nima, new ScorePicture(path), default).AsTask()));

        Assert.Equal([true, false, true], answers.Select(answer => answer.TryGet(out _, out _)));
        Assert.False(answers[1].TryGet(out _, out var failure));
        Assert.StartsWith("ATL550", failure.Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_Batched_EqualsOneByOne()
    {
        using var models = new TestModels("models: { alone: { source: $DEMO/demo-clip, batch_size: 1 }, together: { source: $DEMO/demo-clip, batch_size: 8, max_wait: 50ms, threads: 1 } }", real: true);
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        var paths = Enumerable.Range(0, 24).Select(i => models.Picture($"p{i}", $"#{i * 10:x2}{255 - (i * 9):x2}{i * 37 % 256:x2}")).ToArray();
        var alone = await FindAsync(runtime.Home, "alone");
        var together = await FindAsync(runtime.Home, "together");

        var one = new List<float[]>();
        foreach (var path in paths)
        {
            one.Add(await AskAsync(runtime.Home, alone, new EmbedPicture(path)));
        }

        var batched = await Task.WhenAll(paths.Select(path => AskAsync(runtime.Home, together, new EmbedPicture(path))));

        foreach (var (left, right) in one.Zip(batched))
        {
            Assert.All(left.Zip(right), static pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }

    [Fact]
    public async Task AskAsync_HostKilled_LosesNothing()
    {
        using var models = new TestModels(real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
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
        using var models = new TestModels("models: { clip: ./demo-clip }", real: true);
        models.Copy("demo-clip");
        models.Write("demo-clip/onnx/vision_model.onnx", "no graph");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var answer = await runtime.Home.AskAsync(await FindAsync(runtime.Home, "clip"), new EmbedPicture("/none.jpg"), default);

        Assert.False(answer.TryGet(out _, out var failure));
        Assert.Equal((FailureKind.Permanent, "ATL6010"), (failure.Kind, failure.Code));
        Assert.StartsWith($"model `clip` in `{models.Home}/demo-clip` cannot be loaded: onnx/vision_model.onnx", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_GraphOfAnotherKind_NamesTheTensor()
    {
        using var models = new TestModels("models: { odd: { kind: nima, source: $DEMO/demo-rt-detr } }", real: true);
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var answer = await runtime.Home.AskAsync(await FindAsync(runtime.Home, "odd"), new ScorePicture("/none.jpg"), default);

        Assert.False(answer.TryGet(out _, out var failure));
        Assert.Equal((FailureKind.Permanent, "ATL6010"), (failure.Kind, failure.Code));
        Assert.Contains("scores", failure.Message, StringComparison.Ordinal);
        Assert.Contains("logits", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskAsync_DeviceThatIsNotThere_FailsForGoodAndNamesIt()
    {
        using var models = new TestModels("models: { clip: { source: $DEMO/demo-clip, device: cuda } }", real: true);
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        Assert.SkipWhen(GraphicsCards.Largest() is not null, "there is a graphics card here");

        var answer = await runtime.Home.AskAsync(await FindAsync(runtime.Home, "clip"), new EmbedText("x"), default);

        Assert.False(answer.TryGet(out _, out var failure));
        Assert.Equal((FailureKind.Permanent, "ATL6010"), (failure.Kind, failure.Code));
        Assert.Contains("cuda", failure.Message + failure.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AskAsync_ThreeModelsBudgetForOne_AllAnswerAndNoTwoAreInMemory()
    {
        using var models = new TestModels("memory_limit: 170MB\nwindow: 1s", real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        var path = models.Picture("cat", "#808080", Cat);
        var (clip, nima, detector) = (await FindAsync(runtime.Home, "clip"), await FindAsync(runtime.Home, "nima"), await FindAsync(runtime.Home, "rt-detr"));
        var most = 0;
        using var done = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            while (!done.IsCancellationRequested)
            {
                await look.WaitForNextTickAsync();
                most = Math.Max(most, runtime.Snapshot().Models.Count(static row => row.State is not "absent"));
            }
        });

        var asked = Enumerable.Range(0, 8).SelectMany(_ => new Task[]
        {
            AskAsync(runtime.Home, clip, new EmbedPicture(path)),
            AskAsync(runtime.Home, nima, new ScorePicture(path)),
            AskAsync(runtime.Home, detector, new DetectObjects(path, 0.5, 10)),
        });
        await Task.WhenAll(asked);
        await done.CancelAsync();
        await watch;

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task LoadUnloadPreload_ByName_ShowInTheSnapshot()
    {
        using var models = new TestModels("models: { eyes: { source: $DEMO/demo-clip, preload: true } }", real: true);
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);

        Assert.Empty(await runtime.PreloadAsync(default));
        Assert.Equal(("eyes", "ready"), runtime.Snapshot().Models.Select(static row => (row.Name, row.State)).Single());
        Assert.True((await runtime.LoadAsync("nima", default)).TryGet(out var check, out _));
        Assert.InRange(check.Bytes, 50_000_000, 400_000_000);
        Assert.Equal(2, runtime.ProcessIds.Count);

        Assert.True((await runtime.UnloadAsync("eyes", default)).TryGet(out var was, out _));
        Assert.True(was);
        Assert.Equal(["nima"], runtime.Snapshot().Models.Where(static row => row.State == "ready").Select(static row => row.Name));
        Assert.True((await runtime.UnloadAsync("eyes", default)).TryGet(out was, out _));
        Assert.False(was);
    }

    private static double Dot(float[] left, float[] right) => left.Zip(right, static (one, other) => (double)one * other).Sum();

    private static async Task<ModelIdentity> FindAsync(IModels models, string name) =>
        (await models.FindAsync(name, default)).TryGet(out var identity, out var failure) ? identity : throw new InvalidOperationException(failure.Message);

    private static async Task<T> AskAsync<T>(IModels models, ModelIdentity model, ModelQuestion<T> question) =>
        (await models.AskAsync(model, question, default)).TryGet(out var answer, out var failure) ? answer : throw new InvalidOperationException($"{failure.Message} {failure.Detail}");
}
