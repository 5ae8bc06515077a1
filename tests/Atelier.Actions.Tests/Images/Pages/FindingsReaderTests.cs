using Atelier.Actions.Images.Pages;
using Xunit;

namespace Atelier.Actions.Tests.Images.Pages;

public sealed class FindingsReaderTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"labels\":3,\"objects\":{},\"vector\":null,\"reasons\":\"x\",\"technical_score\":\"high\",\"colors\":[{\"color\":\"red\"}]}")]
    public void Read_ValuesOfOtherShapes_FindNothingButFacts(string json)
    {
        var found = FindingsReader.Read(ActionRuns.Json(json));

        Assert.Empty(found.Tags);
        Assert.Empty(found.Objects);
        Assert.Empty(found.Scores);
        Assert.Empty(found.Palette);
        Assert.Null(found.Vector);
    }

    [Fact]
    public void Read_OutputsOfVisionActions_AreRecognisedWhereverTheyStand()
    {
        var found = FindingsReader.Read(ActionRuns.ToJson(new
        {
            title = "Low tide",
            scene = new { tags = new { labels = new[] { new { label = "sea", score = 0.9 } }, best = "sea", best_score = 0.9, made_by = "demo:clip@1" } },
            things = new { width = 200, height = 100, count = 1, objects = new[] { new { label = "boat", score = 0.8, box = new { left = 20, top = 10, right = 120, bottom = 60 } } }, made_by = new[] { "rt-detr@2" }, boats = new { count = 1 } },
            said = new { description = "A boat at sea.", fields = new { lighting = "soft" }, missing = Array.Empty<string>(), made_by = "qwen@3", lighting = "soft" },
            quality = new { technical_score = 6.5, aesthetic_score = 5.1, technical_by = "nima@4", aesthetic_by = "nima@4", reasons = new[] { "it is dark" }, parts = new { much = 1 } },
            palette = new[] { new { color = "#aabbcc", share = 0.5 } },
            embedding = new { vector = new[] { 1, 0 }, dimensions = 2, model = "demo:clip@1" },
        }));

        Assert.Equal("Low tide", found.Title);
        Assert.Equal(("scene.tags", "demo:clip@1", ("sea", 0.9)), (found.Tags[0].Path, found.Tags[0].MadeBy, found.Tags[0].Labels[0]));
        Assert.Equal(new ObjectFound("boat", 0.8, 0.1, 0.1, 0.5, 0.5), found.Objects[0].Objects[0]);
        Assert.Equal(new TextFound("said", "A boat at sea.", "qwen@3"), Assert.Single(found.Texts));
        Assert.Equal([new ScoreFound("technical", 6.5, "nima@4"), new ScoreFound("aesthetic", 5.1, "nima@4")], found.Scores);
        Assert.Equal("it is dark", Assert.Single(found.Reasons).Text);
        Assert.Equal(["#aabbcc"], found.Palette);
        Assert.Equal("demo:clip@1", found.Vector!.Model);
        Assert.Equal(["demo:clip@1", "nima@4", "qwen@3", "rt-detr@2"], found.Makers);
        Assert.Equal([("said.lighting", "soft")], found.Facts);
    }

    [Fact]
    public void Read_ADescriptionWrittenAsJson_IsTheDescriptionInIt()
    {
        var found = FindingsReader.Read(ActionRuns.ToJson(new { scene = new { description = """{"description": "A boat.", "lighting": "soft"}""", made_by = "vlm@1" }, made_by = new { scene = "vlm" } }));

        Assert.Equal(new TextFound("scene", "A boat.", "vlm@1"), Assert.Single(found.Texts));
        Assert.Equal([("made_by.scene", "vlm")], found.Facts);
    }

    [Fact]
    public void Read_AnAnswerOfAChat_IsATextOfItsModel()
    {
        var found = FindingsReader.Read(ActionRuns.Json("""{"caption":{"text":"A boat.","model":"llava","finish":"stop","asked":1,"repairs":[]}}"""));

        Assert.Equal(new TextFound("caption", "A boat.", "llava"), Assert.Single(found.Texts));
        Assert.Empty(found.Facts);
    }
}
