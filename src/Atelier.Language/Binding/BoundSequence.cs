using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>A sequence and the names of its steps.</summary>
internal sealed record BoundSequence(SequencePlan Plan, SequenceNames Names)
{
    /// <summary>The output of the last step.</summary>
    public OutputShape LastShape => Names.Shapes.LastOrDefault() ?? OutputShape.Any;
}
