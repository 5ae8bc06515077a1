using Atelier.Actions.Tests.Images;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class DetectActionTests(MediaHost host) : VisionTests(host)
{
    [Fact]
    public async Task Detect_ClassesAskedFor_AreThereUnderBothNames()
    {
        Models.Add("rt-detr", ModelKind.RtDetr, _ => Found(("cat", 0.9), ("person", 0.8), ("dog", 0.7), ("car", 0.65)));
        var output = await SucceedAsync("vision.detect", new { image = Photo(), model = "rt-detr", classes = new[] { "person", "pet", "face" }, confidence_threshold = 0.6, max_detections = 10 });

        Assert.Equal(3, output.GetProperty("count").GetInt32());
        foreach (var (name, count) in new[] { ("person", 1), ("persons", 1), ("people", 1), ("pet", 2), ("pets", 2), ("cats", 1), ("dog", 1), ("face", 0), ("faces", 0) })
        {
            Assert.Equal(count, output.GetProperty(name).GetProperty("count").GetInt32());
            Assert.Equal(count, output.GetProperty(name).GetProperty("objects").GetArrayLength());
        }

        Assert.False(output.TryGetProperty("cars", out _));
        Assert.Equal(("cat", "pet"), (output.GetProperty("objects")[0].GetProperty("label").GetString(), output.GetProperty("objects")[0].GetProperty("class").GetString()));
        Assert.Equal([Models.MadeBy("rt-detr")], Context.Makers);
        Assert.Equal(0.6, Assert.IsType<DetectObjects>(Models.Asked.Single().Question).Threshold);
    }

    [Fact]
    public async Task Detect_FaceModel_CountsWhatItFindsAsFaces()
    {
        Models.Add("rt-detr", ModelKind.RtDetr, _ => Found(("person", 0.9), ("face", 0.5)));
        Models.Add("faces", ModelKind.Onnx, _ => Found(("0", 0.99), ("0", 0.98)));
        var output = await SucceedAsync("vision.detect", new { image = Photo(), model = "rt-detr", face_model = "faces", classes = new[] { "person", "face" } });
        Assert.Equal((3, 2), (output.GetProperty("count").GetInt32(), output.GetProperty("faces").GetProperty("count").GetInt32()));

        Models.Asked.Clear();
        await SucceedAsync("vision.detect", new { image = Photo(), model = "rt-detr", face_model = "faces", classes = new[] { "face" } });
        Assert.Equal("faces", Models.Asked.Single().Model);
    }

    [Fact]
    public async Task Detect_NothingFound_IsEmptyOrRejected()
    {
        Models.Add("rt-detr", ModelKind.RtDetr, _ => Found(("car", 0.9)));
        var output = await EmptyAsync("vision.detect", new { image = Photo(), model = "rt-detr", classes = new[] { "bird", "animal" } });
        Assert.Equal((0, 0), (output.GetProperty("count").GetInt32(), output.GetProperty("birds").GetProperty("count").GetInt32()));
        Assert.Equal("no bird, no animal found", await RejectAsync("vision.detect", new { image = Photo(), model = "rt-detr", classes = new[] { "bird", "animal" }, reject_if_none = true }));
    }

    [Fact]
    public async Task Detect_MoreThanWanted_KeepsTheBest()
    {
        Models.Add("rt-detr", ModelKind.RtDetr, _ => Found(("car", 0.9), ("bus", 0.8), ("traffic light", 0.7)));
        var output = await SucceedAsync("vision.detect", new { image = Photo(), model = "rt-detr", classes = "traffic_light" });
        Assert.Equal(1, output.GetProperty("traffic_lights").GetProperty("count").GetInt32());
        Assert.Equal(2, (await SucceedAsync("vision.detect", new { image = Photo(), model = "rt-detr", classes = new[] { "vehicle", "traffic light" }, max_detections = 2 })).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Detect_UnknownModel_FailsWithItsName() =>
        Assert.Equal(("ATL5701", "there is no model `yolo`"), await FailAsync("vision.detect", new { image = Photo(), model = "yolo" }) is var failure ? (failure.Code, failure.Message) : default);

    [Fact]
    public async Task Detect_NoModel_Fails() =>
        Assert.Equal("ATL5001", (await FailAsync("vision.detect", new { image = Photo(), classes = "face" })).Code);

    [Fact]
    public async Task Fingerprint_OfADetection_HoldsTheDigestsOfWhatIsAsked()
    {
        Models.Add("rt-detr", ModelKind.RtDetr, _ => Found()).Add("faces", ModelKind.Onnx, _ => Found());
        var parts = await FingerprintAsync("vision.detect", new { image = Photo(), model = "rt-detr", face_model = "faces", classes = "face" });
        Assert.Equal(new Dictionary<string, string> { ["model:faces"] = Models.Digest("faces") }, parts);
        Assert.Equal("rt-detr", Find("vision.detect").GetAffinity(ActionRuns.ToBytes(new { image = Photo(), model = "rt-detr", classes = "pet" })));
    }

    internal static DetectedObjects Found(params (string Label, double Score)[] objects) =>
        new(640, 480, [.. objects.Select((found, i) => new DetectedObject(found.Label, found.Score, new PixelBox(i * 50, 10, (i * 50) + 40, 110)))]);
}
