using System.Collections.Immutable;

namespace Atelier.Language.Plans;

/// <summary>What models may take while a run of the workflow uses them.</summary>
/// <param name="MemoryLimit">Bytes of main memory; null: the home's limit.</param>
/// <param name="GpuMemoryLimit">Bytes of GPU memory; null: the home's limit.</param>
/// <param name="BatchSize">Most items of a batch for models that do not say; null: the home's.</param>
/// <param name="CacheModels">Models that are put away last.</param>
public sealed record ModelLimitsPlan(long? MemoryLimit, long? GpuMemoryLimit, int? BatchSize, ImmutableArray<string> CacheModels)
{
    /// <summary>As the home says.</summary>
    public static ModelLimitsPlan None { get; } = new(null, null, null, []);
}
