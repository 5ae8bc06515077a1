namespace Atelier.Api.Models;

/// <summary>Models and the memory they take.</summary>
public sealed record ModelsResponse
{
    /// <summary>Budgets.</summary>
    public required IReadOnlyList<DeviceResponse> Devices { get; init; }

    /// <summary>By name.</summary>
    public required IReadOnlyList<ModelResponse> Models { get; init; }

    /// <summary>False: there was nothing to change.</summary>
    public bool Done { get; init; } = true;

    /// <summary>Mistakes in the registry.</summary>
    public IReadOnlyList<ModelProblem> Mistakes { get; init; } = [];
}
