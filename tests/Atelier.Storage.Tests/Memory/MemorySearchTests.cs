using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemorySearchTests() : SearchContract(new MemoryStoreUnderTest());
