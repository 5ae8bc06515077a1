namespace Atelier.Api.Models;

/// <summary>Models and the memory they take.</summary>
public sealed record ModelsResponse
{
    /// <summary>Budgets.</summary>
    public required IReadOnlyList<DeviceResponse> Devices { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<ModelResponse> Models { get; init; }
}
