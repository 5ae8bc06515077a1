using Atelier.Engine.Secrets;

namespace Atelier.Hosting.Forecasts;

/// <summary>Where there is no home there are no secrets.</summary>
public sealed class NoSecrets : ISecretSource
{
    /// <summary>The one.</summary>
    public static NoSecrets Instance { get; } = new();

    /// <inheritdoc />
    public string? Find(string name) => null;
}
