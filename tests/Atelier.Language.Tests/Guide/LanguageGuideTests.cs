using System.Text.RegularExpressions;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Guide;

/// <summary>Every sample of the language reference compiles. A sample that is a list of steps stands for a workflow with these steps.</summary>
public sealed class LanguageGuideTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(CorpusFiles.Root, "docs", "guide", "language.md"));

    public static TheoryData<int> Samples => [.. Enumerable.Range(0, Fences().Count)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_Compiles(int index)
    {
        var sample = Fences()[index];
        var text = sample.StartsWith("name:", StringComparison.Ordinal) ? sample : $"name: sample\nsteps:\n{sample}";
        Compiling.Plan(text, (_, _) => new ResolvedWorkflow(CorpusFiles.Read("parts/child.yaml"), "child.yaml"));
    }

    [Fact]
    public void Samples_AreFound() => Assert.True(Fences().Count >= 8);

    private static List<string> Fences() => [.. Regex.Matches(Text, "```yaml\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
}
