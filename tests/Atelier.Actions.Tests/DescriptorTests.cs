using System.Text.RegularExpressions;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests;

public sealed partial class DescriptorTests
{
    public static TheoryData<string> Names => [.. BuiltInActions.All(new ActionServices()).Select(action => action.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Descriptor_OfEveryAction_IsWhole(string name)
    {
        var descriptor = ActionRuns.Find(name).Descriptor;

        Assert.Equal(name, descriptor.Name);
        Assert.Matches(NamePattern(), name);
        Assert.True(descriptor.Version >= 1);
        Assert.EndsWith(".", descriptor.Summary);
        Assert.Contains($"uses: {name}", descriptor.Example);
        Assert.Contains("- id: ", descriptor.Example);
        Assert.False(descriptor.Inline && descriptor.IsSource);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void InputSchema_OfEveryAction_DescribesEveryField(string name)
    {
        var schema = ActionRuns.Find(name).Descriptor.InputSchema.AsObject();

        foreach (var (field, node) in schema["properties"]!.AsObject())
        {
            Assert.True(node!.AsObject().ContainsKey("description"), $"{name}: {field} has no description");
        }
    }

    [Fact]
    public void Names_AreUnique() => Assert.Equal(Names.Count, Names.Distinct().Count());

    [GeneratedRegex("^[a-z]+\\.[a-z_]+$")]
    private static partial Regex NamePattern();
}
