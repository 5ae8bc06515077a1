using Atelier.Sdk;

namespace Atelier.Actions.Vision.Selection;

/// <summary>A picture that may be the best.</summary>
internal sealed record Candidate(string Key, double? Technical, double? Aesthetic, Artifact? Picture)
{
    /// <summary>What the model gave, 1 to 10; null: it did not see it.</summary>
    public double? Comparison { get; init; }
}
