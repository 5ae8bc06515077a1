using Atelier.Sdk;

namespace Atelier.Engine.Leases;

/// <summary>A worker is still at a body.</summary>
/// <param name="Lease">Which.</param>
public sealed record LeaseProgress(string Lease)
{
    /// <summary>How far it is, 0 to 1; null: not known.</summary>
    public double? Fraction { get; init; }

    /// <summary>What it does; null: nothing to say.</summary>
    public string? Text { get; init; }

    /// <summary>Log lines since the last time.</summary>
    public IReadOnlyList<(StepLogLevel Level, string Text)> Lines { get; init; } = [];
}
