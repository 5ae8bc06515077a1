using System.Collections;
using Atelier.Language.Definitions;

namespace Atelier.Language.Binding;

/// <summary>The ids and needs of the steps beside each other.</summary>
internal sealed class SequenceNames
{
    /// <summary>Id to slot; of two equal ids the first.</summary>
    public required IReadOnlyDictionary<string, int> Slots { get; init; }

    /// <summary>The steps as written.</summary>
    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    /// <summary>True when the steps have no order.</summary>
    public required bool Parallel { get; init; }

    /// <summary>Direct needs by slot.</summary>
    public required IReadOnlyList<int[]> Needs { get; init; }

    /// <summary>Transitive needs by slot.</summary>
    public required IReadOnlyList<BitArray> Reach { get; init; }

    /// <summary>Outputs by slot, filled as steps are bound.</summary>
    public required OutputShape[] Shapes { get; init; }
}
