namespace Atelier.Models.Decoding;

/// <summary>What the score columns of a detector hold.</summary>
public enum ScoreForm
{
    /// <summary>Scores 0..1 as they stand.</summary>
    Plain,

    /// <summary>Logits, each for itself.</summary>
    Sigmoid,

    /// <summary>Logits over all columns, the background among them.</summary>
    Softmax,
}
