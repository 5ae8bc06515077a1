using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemoryLoadTests() : LoadContract(new MemoryStoreUnderTest());
