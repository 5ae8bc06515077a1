using Atelier.Models.Decoding;
using Atelier.Models.Lanes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class SpanDecoderTests
{
    private static readonly string[] Labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"];

    [Fact]
    public void Bio_NameAndPlace_KeepTheirCharacters()
    {
        var spans = Decode("Ada Lovelace in London", "B-PER", "I-PER", "O", "B-LOC");

        Assert.Equal([("PER", "Ada Lovelace", 0), ("LOC", "London", 16)], spans.Select(static span => (span.Label, span.Text, span.Start)));
    }

    [Fact]
    public void Bio_InsideAfterNothing_Begins() => Assert.Equal("London", Assert.Single(Decode("in London", "O", "I-LOC")).Text);

    [Fact]
    public void Bio_TwoBeginnings_AreTwoParts() => Assert.Equal(2, Decode("Ada Alan", "B-PER", "B-PER").Count);

    [Fact]
    public void Bio_InsideOfAnotherLabel_Begins() => Assert.Equal(["PER", "LOC"], Decode("Ada London", "B-PER", "I-LOC").Select(static span => span.Label));

    [Fact]
    public void Bio_EndMarks_EndTheirPart()
    {
        string[] labels = ["O", "B-PER", "E-PER", "S-PER"];

        Assert.Equal(["Ada Lovelace", "Alan"], Decode("Ada Lovelace Alan", labels, "B-PER", "E-PER", "S-PER").Select(static span => span.Text));
    }

    [Fact]
    public void Bio_LabelsWithoutPrefix_JoinTheirNeighbours()
    {
        string[] labels = ["O", "PER"];

        Assert.Equal("Ada Lovelace", Assert.Single(Decode("Ada Lovelace met", labels, "PER", "PER", "O")).Text);
    }

    [Fact]
    public void Bio_AnyLabels_CoverEveryLabelledWordOnceInOrder() => Prop.ForAll(Gen.Elements(Labels).ListOf().ToArbitrary(), static labels =>
    {
        var text = string.Join(' ', labels.Select(static (_, i) => $"w{i}"));
        var spans = Decode(text, [.. labels]);
        var covered = spans.SelectMany(static span => span.Text.Split(' ')).ToList();
        return covered.SequenceEqual(labels.Select(static (label, i) => (label, i)).Where(static word => word.label != "O").Select(static word => $"w{word.i}"))
            && spans.All(span => span.Score is > 0 and <= 1 && text[span.Start..span.End] == span.Text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bio_LogitsOfAnotherShape_SaysSo()
    {
        var problem = Assert.Throws<DecodingException>(static () => SpanDecoder.Bio([new WordRange(0, 1)], Tensor.Of(new float[3], 1, 3), Labels, "a"));

        Assert.Equal("the model gave `logits` as [1,3] for 1 words and 5 labels", problem.Message);
    }

    private static IReadOnlyList<Atelier.Sdk.Models.LabelledSpan> Decode(string text, params string[] wordLabels) => Decode(text, Labels, wordLabels);

    private static IReadOnlyList<Atelier.Sdk.Models.LabelledSpan> Decode(string text, string[] labels, params string[] wordLabels)
    {
        var (words, at) = (new List<WordRange>(), 0);
        foreach (var word in text.Split(' ').Take(wordLabels.Length))
        {
            words.Add(new WordRange(at, at + word.Length));
            at += word.Length + 1;
        }

        var logits = wordLabels.SelectMany(label => labels.Select(other => other == label ? 5f : 0f)).ToArray();
        return SpanDecoder.Bio(words, Tensor.Of(logits, words.Count, labels.Length), labels, text);
    }
}
