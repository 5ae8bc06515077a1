using Atelier.Engine.Secrets;

namespace Atelier.Hosting.Forecasts;

/// <summary>Where there is no home there are no secrets.</summary>
internal sealed class NoSecrets : ISecretSource
{
    public static NoSecrets Instance { get; } = new();

    /// <inheritdoc />
    public string? Find(string name) => null;
}
