using Atelier.Server.Workflows;
using FsCheck;
using FsCheck.Fluent;

namespace Atelier.Server.Tests.Workflows;

public class TextDiffTests
{
    private static readonly Gen<string[]> Texts = Gen.Choose(0, 3).Select(static letter => ((char)('a' + letter)).ToString()).ArrayOf();

    [Fact]
    public void Lines_OfAnyTwoTexts_LeadFromOneToTheOther() => Check.QuickThrowOnFailure(Prop.ForAll(Texts.Two().ToArbitrary(), static pair =>
    {
        var (before, after) = (pair.Item1, pair.Item2);
        var lines = TextDiff.Lines(string.Join('\n', before), string.Join('\n', after)).Where(static line => line.Kind != "gap").ToArray();

        // What is shown, at its numbers, is what stands there, and what is not shown is the same in both.
        return lines.All(line => (line.Old is not { } old || before[old - 1] == line.Text) && (line.New is not { } number || after[number - 1] == line.Text))
            && before.Where((_, index) => !lines.Any(line => line.Kind == "removed" && line.Old == index + 1))
                .SequenceEqual(after.Where((_, index) => !lines.Any(line => line.Kind == "added" && line.New == index + 1)));
    }));

    [Fact]
    public void Lines_OfAChangeInALongText_AreTheChangeAndThreeAround()
    {
        var before = string.Join('\n', Enumerable.Range(1, 100));

        var lines = TextDiff.Lines(before, before.Replace("\n50\n", "\nfifty\n", StringComparison.Ordinal));

        Assert.Equal(["gap", "same", "same", "same", "removed", "added", "same", "same", "same", "gap"], lines.Select(static line => line.Kind));
        Assert.Equal((50, "50"), (lines[4].Old, lines[4].Text));
    }
}
