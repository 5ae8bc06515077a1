using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemoryQueryTests() : QueryContract(new MemoryStoreUnderTest());
