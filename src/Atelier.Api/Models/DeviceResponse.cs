namespace Atelier.Api.Models;

/// <summary>Memory that models share.</summary>
public sealed record DeviceResponse
{
    /// <summary><c>cpu</c> and so on.</summary>
    public required string Device { get; init; }

    /// <summary>Bytes; null: nobody limited it.</summary>
    public long? Limit { get; init; }

    /// <summary>Bytes taken.</summary>
    public required long Held { get; init; }
}
