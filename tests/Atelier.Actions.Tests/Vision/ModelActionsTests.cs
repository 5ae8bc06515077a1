using System.Text.Json;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Tests.Images;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class ModelActionsTests(MediaHost host) : VisionTests(host)
{
    [Fact]
    public async Task Embed_PictureAndText_YieldVectorsOfOneModel()
    {
        Models.Add("clip", ModelKind.Clip, question => question is EmbedPicture ? new[] { 0.6f, 0.8f } : [1f, 0f]);
        var picture = await SucceedAsync("vision.embed", new { image = Photo(), model = "clip" });
        var text = await SucceedAsync("vision.embed", new { text = "a dog", model = "clip" });

        Assert.Equal([0.6f, 0.8f], EmbeddingVector.Read(picture)!.Values);
        Assert.Equal([1f, 0f], EmbeddingVector.Read(text.GetProperty("vector"))!.Values);
        Assert.Equal((2, Models.MadeBy("clip")), (picture.GetProperty("dimensions").GetInt32(), picture.GetProperty("model").GetString()));
        Assert.Equal("ATL5001", (await FailAsync("vision.embed", new { image = Photo(), text = "both", model = "clip" })).Code);
        Assert.Equal(Models.Digest("clip"), (await FingerprintAsync("vision.embed", new { text = "a", model = "clip" }))["model:clip"]);
    }

    [Fact]
    public async Task Classify_Labels_AreAskedByTheTemplateAndYieldedBestFirst()
    {
        Models.Add("clip", ModelKind.Clip, _ => new[] { 0.1f, 0.7f, 0.2f });
        var output = await SucceedAsync("vision.classify", new { image = Photo(), model = "clip", labels = new[] { "cat", "dog", "car" }, template = "a blurry {label}", top = 2 });

        Assert.Equal(["a blurry cat", "a blurry dog", "a blurry car"], Assert.IsType<ScoreLabels>(Models.Asked.Single().Question).Labels);
        Assert.Equal("dog", output.GetProperty("best").GetString());
        Assert.Equal(["dog", "car"], output.GetProperty("labels").EnumerateArray().Select(label => label.GetProperty("label").GetString()));
        var none = await EmptyAsync("vision.classify", new { image = Photo(), model = "clip", labels = new[] { "cat", "dog", "car" }, threshold = 0.8 });
        Assert.Equal(JsonValueKind.Null, none.GetProperty("best").ValueKind);
        Assert.Equal("ATL5743", (await FailAsync("vision.classify", new { image = Photo(), model = "clip", labels = "cat" })).Code);
        Assert.Equal("ATL5001", (await FailAsync("vision.classify", new { image = Photo(), model = "clip", labels = "cat", template = "a cat" })).Code);
    }

    [Fact]
    public async Task Describe_WithoutFields_YieldsWhatTheModelWrote()
    {
        Models.Add("qwen", ModelKind.Vlm, _ => new GeneratedText("A red boat.", 100, 4, "stop"));
        var output = await SucceedAsync("vision.describe", new { image = Photo(), model = "qwen", prompt = "Describe.", system = "You are brief." });

        Assert.Equal("A red boat.", output.GetProperty("description").GetString());
        var asked = Assert.IsType<GenerateText>(Models.Asked.Single().Question);
        Assert.Equal(["system", "user"], asked.Messages.Select(message => message.Role));
        Assert.Single(asked.Messages[1].Pictures);
        Assert.Equal(new Usage("qwen", 100, 4, null), Context.Usages.Single());
    }

    [Theory]
    [InlineData("Sure! ```json\n{\"subjects\": [\"boat\"], \"Lighting\": \"low_light\",}\n``` Anything else?")]
    [InlineData("1) **Subjects**: boat\n2) **Lighting**: low_light\n")]
    [InlineData("{not this} but {\"subjects\":\"boat\",\"lighting\":\"low_light\"}")]
    public async Task Describe_Fields_AreReadFromTheAnswer(string answer)
    {
        Models.Add("qwen", ModelKind.Vlm, _ => new GeneratedText(answer, 1, 1, "stop"));
        var output = await SucceedAsync("vision.describe", new { image = Photo(), model = "qwen", fields = new[] { "subjects", "lighting", "composition" } });

        Assert.Equal("low_light", output.GetProperty("lighting").GetString());
        Assert.Equal("low_light", output.GetProperty("fields").GetProperty("lighting").GetString());
        Assert.Equal(JsonValueKind.Null, output.GetProperty("composition").ValueKind);
        Assert.Equal(["composition"], Texts(output.GetProperty("missing")));
    }

    [Fact]
    public async Task Describe_AnswerWithoutFields_IsAskedAgainOnceAndKeptWithTheFailure()
    {
        var answers = new Queue<string>(["It is dark.", """{"lighting":"dark"}""", "It is dark.", "Very."]);
        Models.Add("qwen", ModelKind.Vlm, _ => new GeneratedText(answers.Dequeue(), 1, 1, "stop"));
        var input = new { image = Photo(), model = "qwen", fields = new[] { "lighting" } };

        Assert.Equal("dark", (await SucceedAsync("vision.describe", input)).GetProperty("lighting").GetString());
        var failure = await FailAsync("vision.describe", input);
        Assert.Equal(("ATL5741", "It is dark."), (failure.Code, failure.Detail));
        Assert.Equal(4, Context.Usages.Count);
    }

    [Fact]
    public async Task Describe_AModelThatWritesNothing_FailsAndInventsNothing()
    {
        Models.Add("qwen", ModelKind.Vlm, _ => new GeneratedText(" \n", 1, 0, "stop"));

        Assert.Equal("ATL5743", (await FailAsync("vision.describe", new { image = Photo(), model = "qwen" })).Code);
    }

    [Fact]
    public async Task Outcomes_OfModels_SayWhoMadeThem()
    {
        Models.Add("clip", ModelKind.Clip, _ => new[] { 1f })
            .Add("qwen", ModelKind.Vlm, _ => new GeneratedText("A boat.", 1, 2, "stop"))
            .Add("detr", ModelKind.RtDetr, _ => new DetectedObjects(10, 10, []))
            .Add("faces", ModelKind.Onnx, _ => new DetectedObjects(10, 10, []));

        Assert.Equal(Models.MadeBy("clip"), (await SucceedAsync("vision.classify", new { image = Photo(), model = "clip", labels = "boat" })).GetProperty("made_by").GetString());
        Assert.Equal(Models.MadeBy("qwen"), (await SucceedAsync("vision.describe", new { image = Photo(), model = "qwen" })).GetProperty("made_by").GetString());
        Assert.Equal([Models.MadeBy("detr"), Models.MadeBy("faces")], Texts((await EmptyAsync("vision.detect", new { image = Photo(), model = "detr", face_model = "faces" })).GetProperty("made_by")));
    }

    [Fact]
    public void MadeBy_OfADemoModel_SaysSo()
    {
        var real = new ModelIdentity("clip", ModelKind.Clip, "sha256:0123456789abcdef0123456789abcdef");

        Assert.Equal(("clip@0123456789ab", "demo:clip@0123456789ab"), (real.MadeBy, (real with { IsDemo = true }).MadeBy));
    }
}
