using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemoryItemTests() : ItemContract(new MemoryStoreUnderTest());
