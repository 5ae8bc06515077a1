using System.Collections.Frozen;

namespace Atelier.Models.Registry;

/// <summary>What a registry file, or the <c>models:</c> of a workflow, says.</summary>
/// <param name="Models">By name.</param>
/// <param name="Limits">Of memory; all absent where a workflow is read.</param>
/// <param name="Mistakes">In the order of the text; entries with mistakes are left out of <paramref name="Models"/>.</param>
public sealed record ModelRegistry(IReadOnlyDictionary<string, ModelDefinition> Models, MemoryLimits Limits, IReadOnlyList<RegistryMistake> Mistakes)
{
    /// <summary>Where there is no registry.</summary>
    public static ModelRegistry Empty { get; } = new(FrozenDictionary<string, ModelDefinition>.Empty, new MemoryLimits(), []);
}
