using Atelier.Models.Catalogue;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Catalogue;

public sealed class RegistryAdditionTests
{
    private const string Entry = """{"source":"hub:a/b"}""";

    [Theory]
    [InlineData("", "models:\n  new: {\"source\":\"hub:a/b\"}\n")]
    [InlineData("memory_limit: 6GB", "memory_limit: 6GB\nmodels:\n  new: {\"source\":\"hub:a/b\"}\n")]
    [InlineData("models:\n", "models:\n  new: {\"source\":\"hub:a/b\"}\n")]
    [InlineData("# mine\nmodels:\n    # the old one\n    old: ./old # stays\nidle: 5m\n", "# mine\nmodels:\n    # the old one\n    new: {\"source\":\"hub:a/b\"}\n    old: ./old # stays\nidle: 5m\n")]
    public void Add_Registry_KeepsAllElse(string text, string expected) => Assert.Equal(expected, RegistryAddition.Add(text, "new", Entry));

    [Theory]
    [InlineData("models: {old: ./old}\n")]
    [InlineData("models:\n  new: ./other\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("models: [\n")]
    public void Add_TextThatCannotBeAddedTo_IsLeftToAPerson(string text) => Assert.Null(RegistryAddition.Add(text, "new", Entry));

    [Fact]
    public void Entry_OfACatalogueModel_HasKindAndOptions() => Assert.Equal(
        """{"source":"hub:Xenova/siglip-base-patch16-224","kind":"siglip","options":{"logit_scale":117.33,"logit_bias":-12.93}}""",
        RegistryAddition.Entry("Xenova/siglip-base-patch16-224", ModelKind.Siglip, ModelCatalogue.Find("siglip-b16")!.Options));
}
