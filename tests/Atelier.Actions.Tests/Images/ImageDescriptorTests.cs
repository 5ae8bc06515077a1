using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Images;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images;

public sealed class ImageDescriptorTests(MediaHost host)
{
    [Fact]
    public void All_TheFamily_HasItsElevenActions()
    {
        string[] names = ["adjust", "apply_edits", "contact_page", "contact_sheet", "convert", "crop", "group_similar", "hash", "info", "palette", "quality", "write_metadata"];
        Assert.Equal(names.Select(name => "images." + name), ImageActions.All(host.Pool).Select(action => action.Name));
    }

    [Fact]
    public void Descriptor_OfEveryAction_IsWhole()
    {
        foreach (var descriptor in ImageActions.All(host.Pool).Select(action => action.Descriptor))
        {
            Assert.Equal(ReuseClass.Pure, descriptor.Reuse);
            Assert.Contains($"uses: {descriptor.Name}", descriptor.Example);
            AssertDescribed(descriptor.Name, descriptor.InputSchema);
            AssertDescribed(descriptor.Name, descriptor.OutputSchema);
            Assert.False(string.IsNullOrEmpty(JsonSerializer.Serialize(descriptor.InputSchema)));
        }
    }

    private static void AssertDescribed(string action, JsonNode schema)
    {
        foreach (var (field, node) in schema["properties"]!.AsObject())
        {
            Assert.True(node!.AsObject().ContainsKey("description"), $"{action}: {field} has no description");
        }
    }
}
