namespace Atelier.Api.Secrets;

/// <summary>Keeps a secret.</summary>
public sealed record SetSecretRequest
{
    /// <summary>The value; at most 64 KiB.</summary>
    public required string Value { get; init; }
}
