namespace Atelier.Models.Memory;

/// <summary>What is in memory at a moment.</summary>
/// <param name="Devices">Those that models were asked for on.</param>
/// <param name="Models">By name.</param>
public sealed record MemorySnapshot(IReadOnlyList<DeviceMemory> Devices, IReadOnlyList<ModelMemoryRow> Models);

/// <summary>A device's budget.</summary>
/// <param name="Device"><c>cpu</c> and so on.</param>
/// <param name="Limit">Bytes models may take; <see cref="long.MaxValue"/>: nobody limited it.</param>
/// <param name="Held">Bytes they take.</param>
public sealed record DeviceMemory(string Device, long Limit, long Held);

/// <summary>A model in the budget.</summary>
/// <param name="Name">As registered.</param>
/// <param name="Device">Where it is, or would be, loaded.</param>
/// <param name="State"><c>absent loading ready leaving unloading</c>.</param>
/// <param name="Bytes">Taken now; 0 when absent.</param>
/// <param name="Need">Expected or measured.</param>
/// <param name="InUse">Questions it is at.</param>
/// <param name="Pinned">Leaves last.</param>
/// <param name="Waiting">Questions that wait for it.</param>
/// <param name="Reason">Why they wait; null: none does.</param>
public sealed record ModelMemoryRow(string Name, string Device, string State, long Bytes, long Need, int InUse, bool Pinned, int Waiting, string? Reason);
