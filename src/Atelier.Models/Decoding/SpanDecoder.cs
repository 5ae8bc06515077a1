using Atelier.Models.Lanes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>Labels of words into labelled parts of the text (BIO tagging: Ramshaw and Marcus 1995; also its variants with <c>E-</c>/<c>L-</c> and <c>S-</c>/<c>U-</c>).</summary>
internal static class SpanDecoder
{
    private const string Outside = "O";
    private const char None = '\0';

    /// <summary>
    /// Every word takes its likeliest label (softmax). <c>I-X</c> and <c>E-X</c> right after a word of the same X go on with its part; everything else but
    /// <c>O</c> begins one, also an <c>I-X</c> that follows nothing. Labels without a prefix join their equal neighbours. The score of a part is the mean of its words'.
    /// </summary>
    /// <param name="words">In the order of the rows.</param>
    /// <param name="logits">[words, labels].</param>
    /// <param name="labels">The model's <c>id2label</c> in order.</param>
    /// <param name="text">The text that <paramref name="words"/> speak of.</param>
    /// <exception cref="DecodingException">The logits fit neither the words nor the labels.</exception>
    public static IReadOnlyList<LabelledSpan> Bio(IReadOnlyList<WordRange> words, Tensor logits, IReadOnlyList<string> labels, string text)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var shape = TensorShape.Last(logits, 2, "logits");
        if (shape[0] != words.Count || shape[1] != labels.Count)
        {
            throw new DecodingException($"the model gave `logits` as {TensorShape.Text(logits)} for {words.Count} words and {labels.Count} labels");
        }

        var spans = new List<LabelledSpan>();
        Part? open = null;
        for (var i = 0; i < words.Count; i++)
        {
            var shares = Logistic.Softmax(logits.Floats.Slice(i * labels.Count, labels.Count));
            var best = Array.IndexOf(shares, shares.Max());
            var (mark, label) = Split(labels[best]);
            if (label is null)
            {
                Close();
            }
            else if (open is { Ended: false } && open.Label == label && (mark is 'I' or 'E' or 'L' or None))
            {
                open.Add(words[i].End, shares[best], mark is 'E' or 'L');
            }
            else
            {
                Close();
                open = new Part(label, words[i], shares[best], mark is 'E' or 'L' or 'S' or 'U');
            }
        }

        Close();
        return spans;

        void Close()
        {
            if (open is not null)
            {
                spans.Add(new LabelledSpan(open.Label, open.Start, open.End, text[open.Start..open.End], open.Sum / open.Words));
                open = null;
            }
        }
    }

    /// <summary><c>B-PER</c> is B and PER; <c>PER</c> has no mark; <c>O</c> has no label.</summary>
    private static (char Mark, string? Label) Split(string label) =>
        label == Outside ? (None, null)
        : label.Length > 2 && (label[1] is '-' or '_') && "BIELSU".Contains(label[0], StringComparison.Ordinal) ? (label[0], label[2..])
        : (None, label);

    private sealed class Part(string label, WordRange first, double score, bool ended)
    {
        public string Label => label;

        public int Start => first.Start;

        public int End { get; private set; } = first.End;

        public double Sum { get; private set; } = score;

        public int Words { get; private set; } = 1;

        public bool Ended { get; private set; } = ended;

        public void Add(int end, double score, bool last)
        {
            End = end;
            Sum += score;
            Words++;
            Ended = last;
        }
    }
}
