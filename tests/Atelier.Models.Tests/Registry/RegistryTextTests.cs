using Atelier.Models.Catalogue;
using Atelier.Models.Registry;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Registry;

public sealed class RegistryTextTests
{
    private const string Entry = """{"source":"hub:a/b"}""";

    [Theory]
    [InlineData("", "models:\n  new: {\"source\":\"hub:a/b\"}\n")]
    [InlineData("memory_limit: 6GB", "memory_limit: 6GB\nmodels:\n  new: {\"source\":\"hub:a/b\"}\n")]
    [InlineData("models:\n", "models:\n  new: {\"source\":\"hub:a/b\"}\n")]
    [InlineData("# mine\nmodels:\n    # the old one\n    old: ./old # stays\nidle: 5m\n", "# mine\nmodels:\n    # the old one\n    new: {\"source\":\"hub:a/b\"}\n    old: ./old # stays\nidle: 5m\n")]
    public void Add_Registry_KeepsAllElse(string text, string expected) => Assert.Equal(expected, RegistryText.Add(text, "new", Entry).Text);

    [Theory]
    [InlineData("models:\n  a: ./a\n  old: ./old # gone\n  b: ./b\n", "models:\n  a: ./a\n  b: ./b\n")]
    [InlineData("# mine\nmodels:\n  # the old one\n  old:\n    source: ./old\n    # inside\n    pin: true\n\n  # the next\n  b: ./b\nidle: 5m\n", "# mine\nmodels:\n  # the old one\n\n  # the next\n  b: ./b\nidle: 5m\n")]
    [InlineData("models:\n  old: { source: ./old,\n    pin: true }\nidle: 5m\n", "models:\nidle: 5m\n")]
    [InlineData("models:\n  'old': ./old", "models:")]
    public void Remove_Model_KeepsAllElse(string text, string expected) => Assert.Equal(expected, RegistryText.Remove(text, "old").Text);

    [Theory]
    [InlineData("models: {old: ./old}\n", "ATL3412")]
    [InlineData("models:\n  ? old\n  : ./old\n", "ATL3412")]
    [InlineData("models:\n  a: ./old\n", "ATL3413")]
    [InlineData("", "ATL3413")]
    [InlineData("models: [\n", "ATL3413")]
    public void Remove_WhatCannotBeRemoved_SaysWhy(string text, string code) => Assert.Equal(code, RegistryText.Remove(text, "old").Code);

    [Fact]
    public void Read_KeyThatIsMissing_IsToldAsAMistake() =>
        Assert.Equal("ATL3401", Assert.Single(RegistryReader.Read("models:\n  ? old\n  : ./old\n  : x\n  ? [a\n", "m.yaml", "/", "/").Mistakes).Code);

    [Fact]
    public void Add_CommentsAlone_StandAbove() => Assert.Equal("# mine\nmodels:\n  new: x\n", RegistryText.Add("# mine", "new", "x").Text);

    [Theory]
    [InlineData("models: {old: ./old}\n")]
    [InlineData("models:\n  new: ./other\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("models: [\n")]
    public void Add_TextThatCannotBeAddedTo_IsLeftToAPerson(string text) => Assert.False(RegistryText.Add(text, "new", Entry).IsDone);

    [Fact]
    public void Entry_OfACatalogueModel_HasKindAndOptions() => Assert.Equal(
        """{"source":"hub:Xenova/siglip-base-patch16-224","kind":"siglip","options":{"logit_scale":117.33,"logit_bias":-12.93}}""",
        ModelEntry.OfHub("Xenova/siglip-base-patch16-224", ModelKind.Siglip, ModelCatalogue.Find("siglip-b16")!.Options));
}
