namespace Atelier.Hosting.Artifacts;

/// <summary>Bytes that can be read from any position. Dispose of it.</summary>
/// <param name="Content">The bytes; can seek.</param>
/// <param name="Size">How many.</param>
/// <param name="MediaType">What their beginning says they are; null: it does not say.</param>
/// <param name="IsText">Where it does not: whether they read as text.</param>
public sealed record OpenArtifact(Stream Content, long Size, string? MediaType, bool IsText) : IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
