namespace Atelier.Api.Secrets;

/// <summary>A secret's name. Values are never answered.</summary>
public sealed record SecretResponse
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset Set { get; init; }
}
