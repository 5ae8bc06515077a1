using Atelier.Engine.Records;

namespace Atelier.Engine.Stores.Memory;

/// <summary>A signal and whether a wait has taken it.</summary>
internal readonly record struct MemorySignal(SignalReceived Signal, bool Consumed);
