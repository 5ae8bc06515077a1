using System.Text.Json;
using Atelier.Actions.Tests.Images;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class DecideActionTests(MediaHost host) : VisionTests(host)
{
    private static readonly object Objects = new
    {
        width = 1200,
        height = 800,
        count = 1,
        objects = new[] { new { label = "dog", score = 0.9, box = new { left = 900, top = 300, right = 1100, bottom = 600 } } },
        dogs = new { count = 1 },
    };

    [Fact]
    public async Task Decide_ObjectsAndComposition_ProposesACutThatApplyEditsTakes()
    {
        var output = await SucceedAsync("vision.decide", new { objects = Objects, scene = new { composition = "subject at the right edge" }, quality = new { technical_score = 8 }, aspect = "1:1" });

        var crop = output.GetProperty("crop");
        var (left, width) = (Number(crop, "left") * 1200, Number(crop, "width") * 1200);
        Assert.True(left <= 900 && left + width >= 1100, $"{left} {width}");
        Assert.Equal(width, Number(crop, "height") * 800, 1.0);
        Assert.True(output.GetProperty("changes").GetBoolean());
        Assert.Equal(crop.GetRawText(), output.GetProperty("edits").GetProperty("crop").GetRawText());
        Assert.Contains("by thirds around 1 object (dog); the scene's composition: subject at the right edge", Texts(output.GetProperty("reasons"))[0]);
        Assert.Equal("no enhancement: technical score 8.0 is not below 7", Texts(output.GetProperty("reasons"))[1]);
        Assert.Equal(["classic"], Context.Makers);
    }

    [Theory]
    [InlineData("""{"scene":{"composition":""}}""", "no cut: nothing is said of the composition")]
    [InlineData("""{"crop":"never","scene":{"composition":"good"}}""", "no cut: it is switched off")]
    [InlineData("""{"subjects":"bird","scene":{"composition":"good"}}""", "no cut: there are no objects")]
    public async Task Decide_NoGroundForACut_SaysWhichIsMissing(string part, string reason)
    {
        var input = ActionRuns.Json(part).EnumerateObject().ToDictionary(field => field.Name, field => (object)field.Value);
        input["objects"] = Objects;
        var output = await SucceedAsync("vision.decide", input);

        Assert.Equal(reason, Texts(output.GetProperty("reasons"))[0]);
        Assert.Equal((JsonValueKind.Null, false), (output.GetProperty("crop").ValueKind, output.GetProperty("changes").GetBoolean()));
    }

    [Fact]
    public async Task Decide_LowTechnicalScore_EnhancesWhatTheMeasuresShow()
    {
        var quality = new { technical_score = 4.2, parts = new { classic = new { sharpness = 3.0, exposure = 3.1, contrast = 1.5, noise = 5.5, overall = 4.0 } } };
        var output = await SucceedAsync("vision.decide", new { quality });
        var enhance = output.GetProperty("enhance");

        Assert.Equal((1.6, 5, 1.14, 1.4), (Number(enhance, "sharpen"), Number(enhance, "denoise"), Number(enhance, "brighten"), Number(enhance, "contrast")));
        Assert.Equal(["no cut", "denoise", "sharpen by 1.6", "brighten by 1.14 stops", "contrast times 1.4"], Texts(output.GetProperty("reasons")).Select(reason => reason.Split(':')[0]));
    }

    [Fact]
    public async Task Decide_DarkScene_ProposesTheCurveInsteadOfBrightening()
    {
        var output = await SucceedAsync("vision.decide", new { quality = new { sharpness = 8.0, exposure = 1.2, contrast = 3.0, noise = 1.0, overall = 5.0 }, scene = new { lighting = "low_light" } });
        Assert.True(output.GetProperty("low_light").GetBoolean());
        Assert.Equal(JsonValueKind.Null, output.GetProperty("enhance").ValueKind);
        Assert.True(output.GetProperty("edits").GetProperty("low_light").GetBoolean());
    }

    [Fact]
    public async Task Decide_NothingKnown_ProposesNothingAndSaysSo()
    {
        var output = await SucceedAsync("vision.decide", new { });
        Assert.Equal(["no cut: there are no objects", "no enhancement: there is no technical score"], Texts(output.GetProperty("reasons")));
        Assert.Equal("ATL5001", (await FailAsync("vision.decide", new { aspect = "wide" })).Code);
    }
}
