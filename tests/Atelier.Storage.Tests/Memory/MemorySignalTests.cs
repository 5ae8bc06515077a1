using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemorySignalTests() : SignalContract(new MemoryStoreUnderTest());
