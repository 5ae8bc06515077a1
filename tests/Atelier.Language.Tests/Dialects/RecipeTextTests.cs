using Atelier.Language.Dialects;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Dialects;

/// <summary>One recipe, written in the ways people write it.</summary>
public sealed class RecipeTextTests
{
    private const string Json = """{ "name": "Birds", "stages": [ { "model": "rt-detr", "detect": ["bird"], "early_exit_if_none": true } ] }""";

    [Theory]
    [InlineData("""recipe = { "name": "Birds", "stages": [ { "model": "rt-detr", "detect": ["bird"], "early_exit_if_none": true } ] }""")]
    [InlineData("""{ "recipe": { "name": "Birds", "stages": [ { "model": "rt-detr", "detect": ["bird"], "early_exit_if_none": true } ] } }""")]
    [InlineData("# how we find birds\n{ \"name\": \"Birds\", // all of them\n \"stages\": [ { \"model\": \"rt-detr\", /* any */ \"detect\": [\"bird\",], \"early_exit_if_none\": true, }, ], }\n")]
    [InlineData("name: Birds\nstages:\n  - model: rt-detr\n    detect: [bird]\n    early_exit_if_none: true\n")]
    [InlineData("recipe:\n  name: Birds\n  stages:\n    - steps:\n        - { model: rt-detr, action: detect_objects, parameters: { classes: [bird], early_exit_if_none: true } }\n")]
    [InlineData("{ 'name': 'Birds', 'stages': [ { 'model': 'rt-detr', 'detect': ['bird'], 'early_exit_if_none': True } ] }")]
    public void Compile_OtherWriting_GivesTheSameCanonicalForm(string text)
    {
        var result = Compiling.Compile(text, "birds.json");
        Assert.Equal(Dialect.Recipe, result.Dialect);
        Assert.Equal(Compiling.Plan(Json).Source, result.Plan?.Source);
    }

    [Fact]
    public void Compile_MistakeInARecipe_StandsAtItsPlaceInTheText()
    {
        var mistake = Compiling.Mistake("recipe = {  # a note\n  \"stages\": [\n    { \"model\": \"nima\", \"action\": \"quality_chek\" }\n  ]\n}");
        Assert.Equal((3, 34), (mistake.Position.Line, mistake.Position.Column));
        Assert.Contains("quality_check", mistake.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: w\nsteps:\n  - { id: stages, uses: core.value, with: { value: 1 } }\n")]
    [InlineData("""{ "name": "w", "steps": [ { "id": "recipe", "uses": "core.value", "with": { "value": 1 } } ] }""")]
    public void Compile_Workflow_IsNoRecipe(string text) => Assert.Equal(Dialect.Workflow, Compiling.Compile(text).Dialect);

    [Fact]
    public void Compile_PrefixesOfASample_EndWithPlacedMistakes()
    {
        foreach (var text in RecipeSamples.Names().Select(RecipeSamples.Read))
        {
            for (var length = 0; length < text.Length; length += 17)
            {
                var result = Compiling.Compile(text[..length]);
                Assert.Null(result.Plan);
                Assert.All(result.Diagnostics, static diagnostic => Assert.True(diagnostic.Position is { Line: > 0, Column: > 0 }));
            }
        }
    }
}
