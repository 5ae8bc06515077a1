namespace Atelier.Actions.Llm.Chat;

/// <summary>What a model answered.</summary>
/// <param name="Text">What it wrote.</param>
/// <param name="Finish"><c>stop</c>, <c>length</c>, or the server's own word.</param>
/// <param name="Model">As the answering side names it; null: it does not.</param>
/// <param name="InputTokens">Read; null: not told.</param>
/// <param name="OutputTokens">Written; null: not told.</param>
internal sealed record ChatReply(string Text, string Finish, string? Model, long? InputTokens, long? OutputTokens)
{
    /// <summary>What it cost; null: no price is known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>It was stopped at its limit.</summary>
    public bool IsCut => Finish == "length";
}
