using System.Globalization;
using System.Text.RegularExpressions;
using Atelier.Language.Dialects;
using Atelier.Language.Dialects.Recipes;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Dialects;

/// <summary>The page of the dialect says what the compiler does: its tables of actions and parameters are those of the code, and its samples compile.</summary>
public sealed partial class RecipePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(CorpusFiles.Root, "docs", "specs", "recipe-dialect.md"));

    public static TheoryData<string> Actions => [.. RecipeActions.All.Select(static action => action.Name)];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Page_HasTheRowOfEachAction(string name)
    {
        var action = RecipeActions.Find(name)!;
        var model = action.Family == ModelFamily.None ? "none" : $"`{RecipeModels.Usual(action.Family)}`";
        Assert.Contains($"| `{action.Name}` | {model} | `{action.Uses}` | `{action.Result}` | {(action.IsCollection ? "all photos" : "a photo")} |", Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Page_HasTheRowOfEachParameter(string name)
    {
        var row = Page.Split('\n').SingleOrDefault(line => line.StartsWith($"| `{name}` | takes ", StringComparison.Ordinal));
        Assert.True(row is not null, $"no row `| `{name}` | takes ...`");
        Assert.Equal($"| `{name}` | takes {Parameters(RecipeActions.Find(name)!)} |", row);
    }

    [Fact]
    public void Page_NamesNoOtherAction()
    {
        var named = Row().Matches(Page).Select(static match => match.Groups[1].Value);
        Assert.Empty(named.Except(RecipeActions.All.Select(static action => action.Name)));
    }

    [Fact]
    public void EverySample_IsARecipeWithoutMistakes()
    {
        var samples = Fence().Matches(Page).Select(static match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(samples);
        foreach (var sample in samples)
        {
            var result = Compiling.Compile(sample, "page.json");
            Assert.True(result.Plan is not null, $"{string.Join('\n', result.Diagnostics)}\n{sample}");
            Assert.Equal(Dialect.Recipe, result.Dialect);
        }
    }

    private static string Parameters(RecipeAction action) =>
        action.Parameters.Count == 0 ? "nothing" : string.Join(", ", action.Parameters.Select(static parameter => $"`{parameter.Name}` {Kind(parameter)}"));

    private static string Kind(RecipeParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Choice => string.Join(" or ", parameter.Choices),
        ParameterKind.Number or ParameterKind.Integer => string.Create(CultureInfo.InvariantCulture, $"{parameter.Least} to {parameter.Most}"),
        ParameterKind.Boolean => "true or false",
        ParameterKind.Texts => "texts",
        _ => parameter.Kind.ToString().ToLowerInvariant(),
    };

    [GeneratedRegex("^\\| `([a-z_]+)` \\| (?:`[a-z0-9.-]+` \\||none \\||takes )", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("```(?:json|yaml)\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
