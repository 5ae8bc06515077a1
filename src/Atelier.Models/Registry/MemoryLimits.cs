namespace Atelier.Models.Registry;

/// <summary>What models may take together.</summary>
public sealed record MemoryLimits
{
    /// <summary><c>memory_limit</c>: bytes of main memory; null: 60 % of the machine's.</summary>
    public long? Memory { get; init; }

    /// <summary><c>gpu_memory_limit</c>: bytes of a graphics card's memory; null: 90 % of what it has.</summary>
    public long? GpuMemory { get; init; }

    /// <summary><c>idle</c>: after how long without a question a model leaves memory. Default: 10 min.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary><c>max_memory_wait</c>: how long a question waits for memory before its item parks. Default: 10 min.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary><c>window</c>: how long a model keeps its memory when others wait for it; null: ten times its load time, at least 2 s, at most 60 s.</summary>
    public TimeSpan? Window { get; init; }
}
