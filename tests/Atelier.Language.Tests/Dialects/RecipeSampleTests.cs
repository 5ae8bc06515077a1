using Atelier.Language.Dialects;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Dialects;

/// <summary>
/// The stages, the schema and the use cases of the recipes' description become workflows; the canonical form of each lies beside it. With <c>ATELIER_UPDATE_GOLDEN=1</c> it is
/// written instead; then read the difference.
/// </summary>
public sealed class RecipeSampleTests
{
    public static TheoryData<string> Files => [.. RecipeSamples.Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Compile_Sample_GivesItsCanonicalForm(string name)
    {
        var result = RecipeSamples.Compile(name);
        Assert.Equal(Dialect.Recipe, result.Dialect);
        Assert.DoesNotContain(result.Diagnostics, static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var canonical = result.Plan!.Source;
        var golden = Path.Combine(RecipeSamples.Folder, Path.ChangeExtension(name, ".yaml"));
        if (Environment.GetEnvironmentVariable("ATELIER_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(golden, canonical);
        }

        Assert.Equal(File.ReadAllText(golden), canonical);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Compile_CanonicalFormOfASample_GivesTheSamePlan(string name)
    {
        var recipe = RecipeSamples.Compile(name).Plan!;
        var canonical = Compiling.Plan(recipe.Source);
        Assert.Equal(recipe.Digest, canonical.Digest);
        Assert.Equal(PlanText.Of(recipe), PlanText.Of(canonical));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Compile_Sample_GivesEachWarningAPlaceInTheSample(string name)
    {
        var lines = RecipeSamples.Read(name).Split('\n');
        foreach (var diagnostic in RecipeSamples.Compile(name).Diagnostics)
        {
            Assert.Equal(name, diagnostic.Position.File);
            Assert.InRange(diagnostic.Position.Line, 1, lines.Length);
            Assert.InRange(diagnostic.Position.Column, 1, lines[diagnostic.Position.Line - 1].Length);
        }
    }

    [Fact]
    public void Samples_AreThoseOfTheDescription()
    {
        var described = RecipeSamples.Described();
        Assert.Equal(9, described.Count);
        var kept = RecipeSamples.Names().Select(static name => Plain(RecipeSamples.Read(name))).ToHashSet();
        foreach (var sample in described.Where(static text => !text.Contains("[...]", StringComparison.Ordinal)))
        {
            Assert.Contains(Plain(sample), kept);
        }
    }

    [Fact]
    public void Compile_DescribedSample_IsReadAsItStands()
    {
        foreach (var sample in RecipeSamples.Described())
        {
            var text = sample.Replace("[...]", """[{"model": "nima", "action": "quality_check"}]""", StringComparison.Ordinal);
            var result = Compiling.Compile(text, "described.json");
            Assert.True(result.Plan is not null, string.Join('\n', result.Diagnostics));
        }
    }

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
