using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemoryItemSearchTests() : ItemSearchContract(new MemoryStoreUnderTest());
