using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemoryLogTests() : LogContract(new MemoryStoreUnderTest());
