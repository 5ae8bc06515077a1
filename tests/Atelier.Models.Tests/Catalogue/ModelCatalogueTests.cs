using System.Text.Json;
using Atelier.Models.Catalogue;
using Atelier.Models.Decoding;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Catalogue;

public sealed class ModelCatalogueTests
{
    [Fact]
    public void All_EveryKindButServers_HasAModel() =>
        Assert.Empty(Enum.GetValues<ModelKind>().Except([ModelKind.Openai]).Except(ModelCatalogue.All.Select(static model => model.Kind)));

    [Fact]
    public void All_EveryModel_CanBePulledOrSaysHowToGetIt() => Assert.All(ModelCatalogue.All, static model =>
    {
        Assert.True(model.Hub is null ? model.Manual is not null : ModelPull.IsName(model.Hub) && model.Files.Any(static file => file.Contains(".onnx", StringComparison.Ordinal)), model.Id);
        Assert.True(model.Licence.Length > 0 && model.About.EndsWith('.') && model.Megabytes is null or > 0, model.Id);
    });

    [Fact]
    public void All_Ids_AreUnique() => Assert.Equal(ModelCatalogue.All.Count, ModelCatalogue.All.Select(static model => model.Id).Distinct().Count());

    [Fact]
    public void Find_FaceDetector_HasOptionsThatTheDecoderReads()
    {
        var options = ModelCatalogue.Find("UltraFace")!.Options!.Value;

        Assert.True(DetectionOptions.TryRead(options.GetProperty("detection"), out var detection, out var problem), problem);
        Assert.Equal(["face"], detection.Labels);
        Assert.Equal(JsonValueKind.Array, options.GetProperty("size").ValueKind);
    }

    [Theory]
    [InlineData("onnx/vision_encoder.onnx", "onnx/vision_encoder.onnx*", true)]
    [InlineData("onnx/vision_encoder.onnx_data", "onnx/vision_encoder.onnx*", true)]
    [InlineData("onnx/deeper/vision_encoder.onnx", "onnx/*", false)]
    [InlineData("config.json", "confi?.json", false)]
    public void Matches_Pattern_KnowsOnlyStars(string name, string pattern, bool expected) => Assert.Equal(expected, FileChoice.Matches(name, pattern));

    [Fact]
    public void Of_HalvesAndMergedGraphs_LeaveOutWhatTheyStandFor()
    {
        string[] names = ["config.json", "model.safetensors", "onnx/model.onnx", "onnx/vision_model.onnx", "onnx/text_model.onnx", "onnx/text_model_fp16.onnx", "onnx/text_model.onnx_data"];
        var listing = new HubListing("c", [.. names.Select(static name => new HubFile(name, 1, null, null))]);

        Assert.Equal(["config.json", "onnx/vision_model.onnx", "onnx/text_model.onnx", "onnx/text_model.onnx_data"], FileChoice.Of(listing, new PullRequest("a/b")).Select(static file => file.Name));
    }
}
