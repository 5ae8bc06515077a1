namespace Atelier.Api.Workers;

/// <summary>Which completions count.</summary>
public sealed record CompleteResponse
{
    /// <summary>In the order asked.</summary>
    public required IReadOnlyList<CompletionState> Steps { get; init; }
}
