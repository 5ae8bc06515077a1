using System.Text.Json.Nodes;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Chat;
using Atelier.Actions.Llm.Servers;
using Atelier.Actions.Tests.Images;
using Atelier.Actions.Vision;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class VisionDescriptorTests(MediaHost host)
{
    private IReadOnlyList<IAction> All => [.. VisionActions.All(host.Pool, new ChatModels(new LlmServers(new OutboundPolicy()), host.Pool)), new EmbeddingsSearchAction()];

    [Fact]
    public void All_TheFamily_HasItsActions()
    {
        string[] names = ["classify", "decide", "describe", "detect", "embed", "group", "quality", "segment", "select_best", "similar"];
        Assert.Equal([.. names.Select(name => "vision." + name), "embeddings.search"], All.Select(action => action.Name));
        Assert.All(All, action => Assert.Contains(BuiltInActions.All(new ActionServices { Media = host.Pool }), known => known.Name == action.Name));
    }

    [Fact]
    public void Descriptor_OfEveryAction_IsWhole()
    {
        foreach (var descriptor in All.Select(action => action.Descriptor))
        {
            Assert.Contains($"uses: {descriptor.Name}", descriptor.Example);
            Assert.EndsWith(".", descriptor.Summary);
            AssertDescribed(descriptor.Name, descriptor.InputSchema);
            AssertDescribed(descriptor.Name, descriptor.OutputSchema);
        }
    }

    [Theory]
    [InlineData("vision.quality", "fast")]
    [InlineData("vision.detect", "gpu")]
    [InlineData("vision.segment", "gpu")]
    [InlineData("vision.describe", "gpu")]
    [InlineData("vision.embed", "gpu")]
    [InlineData("vision.classify", "gpu")]
    [InlineData("vision.similar", "cpu")]
    [InlineData("vision.group", "cpu")]
    [InlineData("embeddings.search", "cpu")]
    public void Queue_OfAnAction_IsThatOfItsModels(string name, string queue) =>
        Assert.Equal(queue, All.Single(action => action.Name == name).Descriptor.Queue);

    [Theory]
    [InlineData("vision.detect")]
    [InlineData("vision.describe")]
    public void OutputSchema_WithMembersByClassOrField_IsOpen(string name) =>
        Assert.Null(All.Single(action => action.Name == name).Descriptor.OutputSchema["additionalProperties"]);

    private static void AssertDescribed(string action, JsonNode schema)
    {
        foreach (var (field, node) in schema["properties"]!.AsObject())
        {
            Assert.True(node!.AsObject().ContainsKey("description"), $"{action}: {field} has no description");
        }
    }
}
