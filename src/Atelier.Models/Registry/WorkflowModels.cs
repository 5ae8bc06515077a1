namespace Atelier.Models.Registry;

/// <summary>What a workflow says of models; its models go before those of the home.</summary>
public sealed record WorkflowModels
{
    /// <summary>Those it brings along.</summary>
    public IReadOnlyList<WorkflowModel> Models { get; init; } = [];

    /// <summary>Bytes of main memory while a run of it is open; counts when it is less than the home's. Null: the home's.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>The same for a graphics card.</summary>
    public long? GpuMemoryLimit { get; init; }

    /// <summary>Questions in a batch at most, for models that do not say; null: 8.</summary>
    public int? BatchSize { get; init; }

    /// <summary>Names of models that leave memory last.</summary>
    public IReadOnlyList<string> Pinned { get; init; } = [];
}

/// <summary>A model as a workflow writes it.</summary>
/// <param name="Name">As steps write it.</param>
/// <param name="Definition">The map under the name, as JSON.</param>
/// <param name="Where">Where it is written: <c>file:line:column</c>.</param>
public sealed record WorkflowModel(string Name, string Definition, string Where);
