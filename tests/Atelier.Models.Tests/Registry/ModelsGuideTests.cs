using Atelier.Models.Registry;
using Atelier.Models.Tests.Runtime;
using Xunit;

namespace Atelier.Models.Tests.Registry;

/// <summary>What <c>docs/guide/models.md</c> shows is what is read.</summary>
public sealed class ModelsGuideTests
{
    private static readonly string Text = File.ReadAllText(Path.Join(Path.GetDirectoryName(TestModels.Demo), "docs", "guide", "models.md"));

    [Fact]
    public void Guide_Registries_HaveNoMistakes()
    {
        var registries = Text.Split("```yaml\n").Skip(1).Select(static block => block[..block.IndexOf("```", StringComparison.Ordinal)])
            .Where(static block => block.StartsWith("# models.yaml", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(registries);
        Assert.All(registries, static registry => Assert.Empty(RegistryReader.Read(registry, "models.yaml", "/base", "/hub").Mistakes));
    }

    [Fact]
    public void Guide_Keys_AreAllNamed() => Assert.All(ModelKeys.Known.Where(static key => key is not ("description" or "source")), static key => Assert.Contains($"`{key}`", Text, StringComparison.Ordinal));
}
